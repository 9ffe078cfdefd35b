import { expect, it, vi } from 'vitest';
import type { PastedFindings } from '../../../desk/prose/clipboard';
import { markdownFromPastedHtml } from '../../../desk/prose/pasted-markdown';
import { paste } from './pasted';

it.each([
  ['no display', 'display: none'],
  ['no display, by its attribute', '" hidden="'],
  ['no visibility', 'visibility: hidden'],
  ['no size', 'font-size: 0'],
  ['a size of a pixel', 'font-size: 1px'],
  ['a size of a point', 'font-size: 1pt'],
  ['no opacity', 'opacity: 0'],
  ['no height', 'max-height: 0; overflow: hidden'],
  ['the colour of its background', 'color: #fff; background-color: rgb(255, 255, 255)'],
  ['the colour of its background in another form', 'color: white; background: #ffffff'],
  ['the style of Word for hidden text', 'mso-hide: all'],
])('pasted words with %s are left out, and the desk is told how many', (_, style) => {
  const { text, findings } = paste(
    'text/html',
    `<p>Seen <span style="${style}">secret <b>words</b></span> too</p><p>and more</p>`,
  );
  expect(text.replace(/ {2,}/gu, ' ')).toBe('Seen too\n\nand more');
  expect(findings).toEqual({ pictures: 0, hiddenWords: 2 });
});

it('pasted words with the colour of a background around them are left out', () => {
  const { text, findings } = paste(
    'text/html',
    '<div style="background-color: black"><p>Seen <span style="color: #000">secret words</span></p></div>',
  );
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
});

it.each([
  ['white on black', '<p style="background: black; color: white">plain words</p>'],
  ['white, on what is not known', '<p style="color: white">plain words</p>'],
  [
    'visible within hidden ones',
    '<p style="visibility: hidden"><span style="visibility: visible">plain words</span></p>',
  ],
  [
    'of a usual size within a box without one',
    '<p style="font-size: 0"><span style="font-size: 12pt">plain words</span></p>',
  ],
  ['on a transparent background', '<p style="color: black; background-color: transparent">plain words</p>'],
  ['in small print', '<p style="font-size: 7pt">plain words</p>'],
  ['in a size by a share', '<p style="font-size: 0.8em">plain words</p>'],
])('pasted words are kept that are %s', (_, html) => {
  expect(paste('text/html', html)).toMatchObject({ text: 'plain words', findings: undefined });
});

it('hidden words are not in a new clip either', () => {
  const onFindings = vi.fn<(findings: PastedFindings) => void>();
  expect(
    markdownFromPastedHtml('<p>Seen <i style="display:none">secret words</i></p>', onFindings).trim(),
  ).toBe('Seen');
  expect(onFindings).toHaveBeenCalledWith({ pictures: 0, hiddenWords: 2 });
});

it.each(['div', 'b', 'blockquote', 'p'])(
  'pasted elements of %s, 3,000 within one another, give all of their words',
  (name) => {
    const levels = Array.from({ length: 3_000 }, (_, level) => `<${name}>w${level} `).join('');
    const { text } = paste('text/html', levels + `</${name}>`.repeat(3_000));
    expect(text.match(/w\d+/gu)).toHaveLength(3_000);
  },
);

it('what stands after 10,000 elements within one another is pasted, too', () => {
  const html = `<p>before</p>${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}<p>after</p>`;
  expect(paste('text/html', html).text).toBe('before\n\ndeep\n\nafter');
});
