import { render } from 'preact';
import { expect, it } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import type { Manuscript } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';

function show(manuscript: Manuscript, pictureSource?: (file: string) => string | undefined): HTMLElement {
  const page = document.createElement('main');
  const tree = composeHast(composeIssue(manuscript, REPORT));
  render(<TreeView tree={tree} {...(pictureSource && { pictureSource })} />, page);
  return page;
}

it('shows an issue as the elements that it consists of', () => {
  const page = show({
    title: 'The Week',
    sections: [
      { title: 'Trade', clips: [{ headline: 'Tariffs', quotes: ['They *rise*.', 'They **fall**.'] }] },
    ],
  });
  expect([...page.querySelectorAll('h1, h2, em, strong')].map((element) => element.textContent)).toEqual([
    'The Week',
    '1) Trade',
    'rise',
    'fall',
  ]);
  expect(page.querySelector('blockquote')?.textContent).toContain('They rise.');
});

it('shows markup in a headline as text', () => {
  const headline = '<img src=x onerror="alert(1)"> & <b>bold</b>';
  const page = show({ sections: [{ title: 'Trade', clips: [{ headline }] }] });
  expect(page.textContent).toContain(headline);
  expect(page.querySelector('img, b')).toBeNull();
});

it('opens links in a new tab, which does not learn where they came from', () => {
  const page = show({
    sections: [{ title: 'Trade', clips: [{ headline: 'Talks', url: 'https://a.example/' }] }],
  });
  const link = page.querySelector('a');
  expect([link?.href, link?.target, link?.rel]).toEqual([
    'https://a.example/',
    '_blank',
    'noopener noreferrer',
  ]);
});

it('shows a picture in a file next to the issue from where it is stored', () => {
  const manuscript: Manuscript = { cover: { picture: 'cover.jpg', alt: 'A harbour' }, sections: [] };
  const page = show(manuscript, (file) => (file === 'cover.jpg' ? 'blob:kept' : undefined));
  expect(page.querySelector('img')?.getAttribute('src')).toBe('blob:kept');
  expect(show(manuscript).querySelector('img')?.hasAttribute('src')).toBe(false);
});
