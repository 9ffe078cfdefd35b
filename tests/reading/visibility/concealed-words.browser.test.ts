import { toHtml } from 'hast-util-to-html';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Passage } from '../../../src/news/captured-page';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { select, show } from '../selection';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

function read(markup: string): Passage | undefined {
  select(show(`<!--[-->${markup}<!--]-->`));
  return readSelectedPassages(document)[0];
}

/** A paragraph of three parts, the second of which has this style. */
const within = (style: string, words = 'secret words') =>
  `<p>Seen <span style="${style}">${words}</span> too</p>`;
const beside = (style: string) => `<p>Seen</p><div style="${style}"><p>secret words</p></div><p>too</p>`;

/** Ways of hiding words. */
const WAYS: [string, string][] = [
  ['white on white', within('color: white')],
  ['nearly white on white', within('color: #f8f8f8')],
  ['a colour of another space on white', within('color: oklch(0.99 0 0)')],
  ['a transparent colour', within('color: transparent')],
  ['a colour that is nearly transparent', within('color: rgb(0 0 0 / 2%)')],
  ['a transparent filling', within('-webkit-text-fill-color: transparent')],
  ['black on a black box', beside('color: black; background: black')],
  ['a hundredth of a pixel', within('font-size: 0.01px')],
  ['scaled to nothing', within('display: inline-block; transform: scale(0)')],
  ['turned on its edge', within('display: inline-block; transform: rotateY(90deg)')],
  ['a hundredth of opacity', within('opacity: 0.01')],
  ['a hundredth of opacity by a filter', within('filter: opacity(0.01)')],
  ['two opacities in one filter', within('filter: opacity(20%) opacity(0.2)')],
  ['black inverted on white', within('filter: invert(1)')],
  ['a filter that makes it as bright as the page', within('color: grey; filter: brightness(99)')],
  ['a filter that makes it as dark as its box', beside('background: silver; filter: brightness(0)')],
  ['a filter without contrast', beside('background: silver; filter: contrast(0)')],
  ['a blur', beside('filter: blur(20px)')],
  ['a skew of 90 degrees', within('display: inline-block; transform: skewX(90deg)')],
  ['a skew of nearly 90 degrees', within('display: inline-block; transform: skew(89deg, 2deg)')],
  ['clip', beside('position: absolute; clip: rect(0px, 0px, 0px, 0px)')],
  ['clip-path with an inset', beside('clip-path: inset(0 100% 0 0)')],
  ['clip-path with a circle', beside('clip-path: circle(0)')],
  ['clip-path with a polygon', beside('clip-path: polygon(0 0, 0 0, 0 0)')],
  ['far to the left', within('position: relative; left: -9999px')],
  ['an indent', beside('text-indent: -9999px')],
  ['moved off the page', beside('transform: translateX(-9999px)')],
  ['a margin', beside('margin-left: -9999px; width: 500px')],
  ['no height in the flow', beside('height: 0; overflow: hidden')],
  ['no width in the flow', beside('width: 0; overflow: hidden; white-space: nowrap')],
  ['a mask', beside('mask-image: linear-gradient(transparent, transparent)')],
  [
    'a box over it',
    '<p>Seen</p><div style="position: relative"><p>secret words</p><div style="position: absolute; inset: 0; background: white"></div></div><p>too</p>',
  ],
  [
    'a box over it that the pointer goes through',
    '<p>Seen</p><div style="position: relative"><p>secret words</p><i style="position: absolute; inset: -9px; background: #fff; pointer-events: none"></i></div><p>too</p>',
  ],
  [
    'a box over it, inside its own element',
    within(
      'position: relative',
      'secret words<i style="position: absolute; inset: -3px; background: white"></i>',
    ),
  ],
  [
    'the back of a card',
    within('display: inline-block; transform: rotateY(180deg); backface-visibility: hidden'),
  ],
  [
    'the far side of a box that does not scroll',
    '<p>Seen</p><div style="width: 200px; overflow: hidden; white-space: nowrap"><span style="margin-left: 300px">secret words</span></div><p>too</p>',
  ],
  ['a shadow of the colour of the page', within('color: white; text-shadow: 0 0 1px white')],
  ['the colour of an element behind which is the same', within('color: white; background: white')],
  ['no opacity', within('opacity: 0')],
  ['no opacity around it', beside('opacity: 0')],
  ['visibility', within('visibility: hidden')],
  ['visibility around it', beside('visibility: hidden')],
  [
    'visibility within a box that is shown',
    beside('position: absolute; visibility: hidden')
      .replace('<p>secret', '<p style="visibility: visible">shown <b style="visibility: hidden">secret')
      .replace('words<', 'words</b><'),
  ],
  ['no size', within('font-size: 0')],
];

/** Words that are hidden like words for screen readers, or like menus. They are left out without a message. */
const LONG_KNOWN: [string, string][] = [
  ['display', within('display: none')],
  ['fixed where no scrolling leads', beside('position: fixed; top: -500px; left: 10px; height: 20px')],
  ['a menu that is transparent', beside('position: absolute; opacity: 0')],
  ['a menu that is not visible', beside('position: absolute; visibility: hidden')],
  ['a menu that is neither', beside('position: fixed; top: 0; opacity: 0; visibility: hidden')],
  ['content-visibility', within('display: block; content-visibility: hidden')],
  ['content-visibility around it', beside('content-visibility: hidden')],
  [
    'a pixel for screen readers',
    within('position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0,0,0,0)'),
  ],
];

describe('words hidden by', () => {
  it.each(WAYS)('%s are not quoted, and are reported', (_, markup) => {
    const passage = read(markup);
    expect(toHtml(passage?.tree ?? { type: 'root', children: [] })).not.toContain('secret');
    expect(toHtml(passage?.tree ?? { type: 'root', children: [] })).toContain('Seen');
    expect(toHtml(passage?.tree ?? { type: 'root', children: [] })).toContain('too');
    expect(passage?.concealed?.words).toBe('secret words');
    expect(toHtml(passage?.concealed?.whole ?? { type: 'root', children: [] })).toContain('secret words');
  });

  it.each(LONG_KNOWN)('%s are not quoted', (_, markup) => {
    const passage = read(markup);
    expect(toHtml(passage?.tree ?? { type: 'root', children: [] })).not.toContain('secret');
    expect(passage?.concealed).toBeUndefined();
  });
});

describe('words are quoted', () => {
  it.each([
    ['in grey on white', within('color: #999', 'plain words')],
    [
      'beside a link of two lines that has a background',
      '<p style="width: 9em">plain words <a style="position: relative; background: white">a link that goes on in a second line</a></p>',
    ],
    [
      'on the back of a card that has been turned over',
      '<div style="transform: rotateY(180deg); transform-style: preserve-3d"><p style="transform: rotateY(180deg); backface-visibility: hidden">plain words</p></div>',
    ],
    [
      'in white over a picture',
      beside('color: white; background-image: linear-gradient(black, black)').replace('secret', 'plain'),
    ],
    ['in white on a black box around', beside('color: white; background: black').replace('secret', 'plain')],
    [
      'in white over a picture behind',
      '<div style="position: relative"><img src="data:," style="position: absolute; width: 100%; height: 100%"><p style="position: relative; color: white">plain words</p></div>',
    ],
    [
      'in white over a black box behind',
      '<div style="position: relative"><div style="position: absolute; inset: 0; background: black"></div><p style="position: relative; color: white">plain words</p></div>',
    ],
    [
      'filled by a gradient',
      within(
        'color: transparent; background: linear-gradient(red, blue); background-clip: text',
        'plain words',
      ),
    ],
    [
      'in a box that is inverted with its background',
      beside('color: black; background: white; filter: invert(1) hue-rotate(180deg)').replace(
        'secret',
        'plain',
      ),
    ],
    ['in white that is inverted', within('color: white; filter: invert(1)', 'plain words')],
    ['in black without colours', within('filter: grayscale(1) sepia(0.5)', 'plain words')],
    ['with a shadow by a filter', within('filter: drop-shadow(0 0 2px grey)', 'plain words')],
    ['under a slight blur', within('filter: blur(1px)', 'plain words')],
    [
      'turned and askew',
      within(
        'display: inline-block; margin: 99px; transform: rotate(80deg) skewX(40deg) scale(2, 1)',
        'plain words',
      ),
    ],
    ['outlined', within('color: transparent; -webkit-text-stroke: 1px black', 'plain words')],
    [
      'under a bar that stays',
      '<div style="position: fixed; inset: 0; background: white"></div><p>plain words</p>',
    ],
    [
      'under a sticky bar',
      '<div style="position: sticky; top: 0; height: 50px; margin-bottom: -50px; background: white"></div><p>plain words</p>',
    ],
    [
      'far down a box that scrolls',
      '<div style="height: 40px; overflow: auto"><p style="margin-top: 500px">plain words</p></div>',
    ],
    ['after a joiner that joins nothing', within('font-size: 1px', '\u200C \u200D') + '<p>plain words</p>'],
    ['far down the page', '<div style="height: 5000px"></div><p>plain words</p>'],
    [
      'where a mask fades out',
      beside('mask-image: linear-gradient(black, transparent)').replace('secret', 'plain'),
    ],
    ['in a page that is dark', '<div style="background: #111; color: #eee"><p>plain words</p></div>'],
    ['on a card', '<div style="position: relative; background: white; z-index: 1"><p>plain words</p></div>'],
    [
      'positioned out of a box that clips',
      '<div style="height: 1px; overflow: hidden"><p style="position: absolute">plain words</p></div>',
    ],
    [
      'in a table, a list, and a small print of 6 px',
      '<table><tr><td>plain</td></tr></table><ul><li style="font-size: 6px">words</li></ul>',
    ],
  ])('%s', (_, markup) => {
    const passage = read(markup);
    expect(toHtml(passage?.tree ?? { type: 'root', children: [] }).replace(/<[^>]*>|\s/gu, '')).toContain(
      'plainwords',
    );
    expect(passage?.concealed).toBeUndefined();
  });

  it('as paragraphs, in boxes whose own words would not be seen', () => {
    const one = '<p style="font-size: 0"><b style="font-size: 16px">One</b></p>';
    const two = '<p style="visibility: hidden"><b style="visibility: visible">Two</b></p>';
    expect(toHtml(read(one + two)?.tree ?? { type: 'root', children: [] })).toBe(
      '<p><strong>One</strong></p><p><strong>Two</strong></p>',
    );
  });

  it('up to where a box clips them', () => {
    const words = Array.from({ length: 200 }, (_, at) => `w${at}`).join(' ');
    const passage = read(
      `<div style="width: 300px; height: 1.2em; line-height: 1.2em; overflow: hidden">${words}</div>`,
    );
    const html = toHtml(passage?.tree ?? { type: 'root', children: [] });
    expect(html).toContain('w1 ');
    expect(html).not.toContain('w199');
    expect(passage?.concealed?.words).toContain('w199');
  });
});

it('a selection in which nothing is visible is reported, even if its words are for screen readers', () => {
  const hidden = 'position: absolute; width: 1px; height: 1px; overflow: hidden';
  const passage = read(`<p><span style="${hidden}">Skip the advertisement</span></p>`);
  expect(passage?.concealed?.words).toBe('Skip the advertisement');
  expect(toHtml(passage?.tree ?? { type: 'root', children: [] })).not.toContain('Skip');
  expect(toHtml(passage?.concealed?.whole ?? { type: 'root', children: [] })).toBe('Skip the advertisement');
});

describe('a long selection', () => {
  it.each([
    ['links in a paragraph', '<a href="/story">word</a> '],
    ['paragraphs', '<p>Row <b>bold</b> and more words.</p>'],
    ['coloured cells', '<table><tr><td style="background: #eef">One</td><td>Two</td></tr></table>'],
  ])('of %s takes no more steps for each element than a short one', (_, markup) => {
    const boxes = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    const styles = vi.spyOn(globalThis, 'getComputedStyle');
    const stepsFor = (count: number) => {
      document.body.replaceChildren();
      boxes.mockClear();
      styles.mockClear();
      read(markup.repeat(count));
      return boxes.mock.calls.length + styles.mock.calls.length;
    };
    const [few, many] = [stepsFor(10), stepsFor(40)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few * 4);
  });

  it('of more lines than a call can have arguments is read', () => {
    const passage = read(`<b style="background: #eee">${'x<br>'.repeat(150_000)}</b>`);
    expect(passage?.textQuote.exact).toHaveLength(100_000);
  });

  it('is read whole if there is no time to examine its words', () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 500));
    const passage = read('<p>One <i>two</i> <b style="color: white">three</b></p>');
    expect(toHtml(passage?.tree ?? { type: 'root', children: [] }).replace(/<[^>]*>/gu, '')).toBe(
      'One two three',
    );
    expect(passage?.concealed).toBeUndefined();
  });
});
