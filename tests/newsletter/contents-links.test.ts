import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { isSubstackPost } from '../../src/newsletter/contents-links';
import { composeIssue } from '../../src/newsletter/issue-tree';
import type { TargetId } from '../../src/newsletter/targets';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { readHtml } from './printed-blocks';

function linksOfContents(
  titles: readonly string[],
  target: TargetId,
  draft?: string,
): (string | undefined)[] {
  const sections = titles.map((title) => ({ title, clips: [] }));
  const html = printHtmlFor(composeIssue({ title: 'Ports', sections }, REPORT), target, draft);
  const lines = readHtml(html).filter(({ kind }) => kind === 'ol li p');
  expect(lines.map(({ text }) => text)).toEqual(titles);
  return lines.map(({ marks: [link] }) => link?.replace('a ', ''));
}

const TITLES = ['Ports & rails', 'China’s “single” tariff', 'Ports & rails'];
const SLUGS = ['1-ports-rails', '2-chinas-single-tariff', '3-ports-rails'];

describe('the table of contents for Substack', () => {
  test.each([
    ['https://week.substack.com/publish/post/123456', 'https://week.substack.com/i/123456/'],
    [
      'https://week.substack.com/publish/post/123456?back=%2Fpublish%2Fposts',
      'https://week.substack.com/i/123456/',
    ],
    ['https://www.week.example/publish/posts/detail/123456/share', 'https://www.week.example/i/123456/'],
    ['https://substack.com/home/post/p-123456', 'https://substack.com/i/123456/'],
    ['https://week.substack.com/p/one-tariff?r=abc', 'https://week.substack.com/p/one-tariff#%C2%A7'],
  ])('leads to the headings of the post at %s', (draft, address) => {
    expect(isSubstackPost(draft)).toBe(true);
    expect(linksOfContents(TITLES, 'substack', draft)).toEqual(SLUGS.map((slug) => address + slug));
  });

  test.each([
    undefined,
    '',
    'week',
    'javascript:alert(1)//publish/post/1',
    'https://week.substack.com/publish/home',
  ])('has no links without the address of a post: %s', (draft) => {
    expect(linksOfContents(TITLES, 'substack', draft)).toEqual([undefined, undefined, undefined]);
  });

  test('keeps only the number of a title in Chinese, as Substack does', () => {
    expect(linksOfContents(['里海'], 'substack', 'https://week.substack.com/publish/post/1')).toEqual([
      'https://week.substack.com/i/1/1',
    ]);
  });
});

test.each(['markdown', 'beehiiv', 'mailchimp', 'email', 'buttondown'] as const)(
  'the table of contents for %s has no links, because nothing is known about its headings',
  (target) => {
    expect(linksOfContents(TITLES, target, 'https://week.substack.com/publish/post/1')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  },
);
