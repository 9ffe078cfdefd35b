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
  ['a place far to the left', 'position: absolute; left: -9999px'],
  ['a place far above', 'position: fixed; top: -999em'],
  ['a place measured from the right', 'position: absolute; right: 9999px'],
  ['a margin far to the left', 'display: block; margin-left: -9999px'],
  ['an indent far to the left', 'display: inline-block; text-indent: -9999px'],
  ['an indent past its box', 'display: block; text-indent: 100%; overflow: hidden; white-space: nowrap'],
  ['a translation off the page', 'display: inline-block; transform: translateX(-9999px)'],
  ['a scale of nothing', 'display: inline-block; transform: scale(0)'],
  ['a scale of nothing by its own property', 'display: inline-block; scale: 0 1'],
  ['a turn to the edge', 'display: inline-block; transform: rotateY(90deg)'],
  ['a rectangle of nothing', 'position: absolute; clip: rect(0 0 0 0)'],
  ['a rectangle of a pixel', 'position: absolute; clip: rect(1px, 1px, 1px, 1px)'],
  ['an inset from all sides', 'clip-path: inset(100%)'],
  ['an inset of a half', 'clip-path: inset(50% round 1px)'],
  ['a circle of nothing', 'clip-path: circle(0)'],
  ['a polygon without area', 'clip-path: polygon(0 0, 0 0, 0 0)'],
  ['no width', 'display: inline-block; width: 0; overflow: hidden'],
  ['the size of a pixel', 'position: absolute; width: 1px; height: 1px; overflow: hidden'],
  ['no size, and hidden from screen readers', 'display: inline-block; height: 0" aria-hidden="true'],
  ['content that is not drawn', 'display: block; content-visibility: hidden'],
  ['a filter that leaves nothing', 'filter: opacity(0)'],
  ['a colour of another form without opacity', 'color: oklch(0.5 0 0 / 0)'],
  ['letters over one another', 'letter-spacing: -100px'],
  ['a zoom of nothing', 'zoom: 0.01'],
  ['a place far from the start of the line', 'position: absolute; inset-inline-start: -9999px'],
  ['no size across the lines', 'display: block; block-size: 0; overflow: hidden'],
  ['a rectangle in a box of nothing', 'clip-path: xywh(0 0 0 0)'],
  ['a filling that is transparent', '-webkit-text-fill-color: transparent'],
  ['a mask that is transparent', 'mask: linear-gradient(transparent, transparent)'],
  ['a mask of a colour without opacity', 'mask-image: linear-gradient(45deg, #0000 0 10px, rgb(9 9 9 / 0))'],
  ['a mask of another gradient', '-webkit-mask-image: radial-gradient(circle, transparent, transparent)'],
  ['a mask that begins after its end', 'mask-image: linear-gradient(to right, transparent 100%, black 100%)'],
  ['a mask without size', 'mask: linear-gradient(black, black) 0 0 / 0 0 no-repeat'],
  ['a mask of black as luminance', 'mask-image: linear-gradient(black, black); mask-mode: luminance'],
  ['a filter that blurs', 'filter: blur(8px)'],
  ['a filter that blurs small print', 'font-size: 10px; filter: contrast(2) blur(0.5em)'],
  ['filters that leave nothing together', 'filter: opacity(20%) opacity(20%)'],
  ['a turned back', 'display: block; backface-visibility: hidden; transform: rotateY(180deg)'],
  ['a back turned by its own property', 'display: block; backface-visibility: hidden; rotate: x 180deg'],
  ['a turn to the edge by its own property', 'display: block; rotate: y 90deg'],
  ['the colour of their background in any scheme', 'background: white; color: light-dark(#fff, #fff)'],
  ['the colour of their background in one scheme', 'background: white; color: light-dark(white, black)'],
  ['a background of theirs in one scheme', 'background: light-dark(#111, #eee); color: #111'],
  ['no colour in a scheme', 'color: light-dark(transparent, transparent)'],
  ['a colour that is hardly another', 'background: #fff; color: #fafafa'],
  ['the colour of their background in another space', 'background: #fff; color: oklch(1 0 0)'],
  ['hardly a colour', 'background: #fff; color: rgb(0 0 0 / 3%)'],
  ['a popover that is closed', '" popover="'],
  ['a margin far before the line', 'margin-inline-start: -9999px'],
  ['a margin before the line', 'display: inline-block; margin-inline-start: -120vw'],
  ['an indent far before the line', 'display: block; text-indent: -9999px each-line'],
  ['an indent out of a box that cuts', 'display: block; overflow: hidden; text-indent: -500px'],
  ['letters adjusted to nothing', 'font-size-adjust: 0'],
  ['letters adjusted to nothing by another measure', 'font-size-adjust: cap-height 0.01'],
  ['a fixed place below the screen', 'position: fixed; top: 200vh'],
  ['a fixed place beside the screen', 'position: fixed; inset-inline-start: 100%'],
  ['a fixed place far below', 'position: fixed; inset: 9999px auto auto 0'],
  ['a fixed place above the screen', 'position: fixed; bottom: calc(150dvh)'],
  ['a filter without contrast', 'background: white; filter: contrast(0)'],
  ['a filter without brightness', 'background: #eee; color: #333; filter: blur(0) brightness(1%)'],
  ['the hue alone', 'mix-blend-mode: hue'],
  ['the colour alone', 'mix-blend-mode: color'],
  ['white that multiplies', 'color: white; mix-blend-mode: multiply'],
  ['black that lightens', 'color: #000; mix-blend-mode: screen'],
  ['grey that softens', 'color: #808080; mix-blend-mode: soft-light'],
  ['black that burns nothing', 'color: #000; mix-blend-mode: difference'],
  ['no opacity by a variable', '--a: 0; opacity: var(--a)'],
  ['no display by the other value of a variable', 'display: var(--x, none)'],
  ['a path of a point', "clip-path: path('M0 0')"],
  ['a relative place far from the right', 'position: relative; right: -9999px'],
  ['a margin far above', 'display: block; margin-top: -9999px'],
  ['a box that does not grow with them', 'display: block; contain: strict'],
  ['lines without height', 'display: block; line-height: 0; overflow: hidden'],
  ['a path far to the left', "offset-path: path('M-9999 0')"],
  ['a slant to the edge', 'display: inline-block; transform: skewX(90deg)'],
  ['dots in place of letters', '-webkit-text-security: disc'],
  ['an indent in large units', 'display: block; text-indent: -999Q'],
])('pasted words with %s are left out, and the desk is told how many', (_, style) => {
  const { text, findings } = paste(
    'text/html',
    `<p>Seen <span style="${style}">secret <b>words</b></span> too</p><p>and more</p>`,
  );
  expect(text.replace(/ {2,}/gu, ' ')).toBe('Seen too\n\nand more');
  expect(findings).toEqual({ pictures: 0, hiddenWords: 2 });
});

it('pasted words on the back of a turned card are left out', () => {
  const { text, findings } = paste(
    'text/html',
    '<div style="transform-style: preserve-3d; rotate: y 180deg"><p style="backface-visibility: hidden">secret words</p></div><p>Seen</p>',
  );
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
});

it.each([
  ['black that lightens', 'background: white', 'color: #222; mix-blend-mode: screen'],
  ['white that darkens', 'background: black', 'color: #ddd; mix-blend-mode: multiply'],
  ['a background in a filter without contrast', 'filter: contrast(0)', 'background: white'],
])('pasted words with %s are left out', (_, around, style) => {
  const html = `<p>Seen</p><div style="${around}"><p style="${style}">secret words</p></div>`;
  const { text, findings } = paste('text/html', html);
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
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
  ['a variable of an element around', '<div style="--x: none"><p style="display: var(--x)">#</p></div>'],
  ['a variable of a variable', '<div style="--y: var(--x); --x: 0"><p style="opacity: var(--y)">#</p></div>'],
  [
    'a variable as it is around another',
    '<div style="--x: none; --y: var(--x)"><div style="--x: block"><p style="display: var(--y)">#</p></div></div>',
  ],
  ['the last of several values', '<p style="display: var(--a, var(--b, var(--c, none)))">#</p>'],
  [
    'a variable with a comment',
    '<div style="--x:/**/none!important"><p style="display: var(--x)">#</p></div>',
  ],
  ['blanks of a formula', '<p><math><mphantom><mi>#</mi></mphantom></math></p>'],
  ['a gauge', '<p><meter value="0.5">#</meter></p>'],
  ['a bar of progress', '<p><progress>#</progress></p>'],
  ['a drawing without size', '<p><svg width="0" height="0"><text>#</text></svg></p>'],
  ['a drawing without height', '<p><svg style="height: 0"><text>#</text></svg></p>'],
  [
    'a box without size in a drawing',
    '<svg><foreignObject width="0" height="9"><p>#</p></foreignObject></svg>',
  ],
  ['a drawing, in letters without size', '<p><svg><text font-size="0">#</text></svg></p>'],
  ['a drawing, without a filling', '<p><svg><text fill-opacity="0">#</text></svg></p>'],
])('pasted words in %s are left out', (_, html) => {
  const { text, findings } = paste('text/html', `<p>Seen</p>${html.replace('#', 'secret words')}`);
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
});

it('a variable holds only within the element that states it', () => {
  const html = '<div style="--x: none"><p>Seen</p></div><p style="display: var(--x)">and more</p>';
  expect(paste('text/html', html)).toMatchObject({ text: 'Seen\n\nand more', findings: undefined });
});

it('variables that double one another 60 times cost nothing', () => {
  const doubling = Array.from({ length: 60 }, (__, at) => `--a${at + 1}: var(--a${at}) var(--a${at})`);
  const style = `--a0: x; ${doubling.join('; ')}; color: var(--a60)`;
  expect(paste('text/html', `<p style="${style}">plain words</p>`).text).toBe('plain words');
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
  ['moved a little', '<p style="position: relative; left: -12px; top: -0.5em">plain words</p>'],
  ['in the middle of a wide page', '<p style="left: 50%; margin-left: -960px">plain words</p>'],
  ['from edge to edge', '<p style="margin: 0 -9999px; padding: 0 9999px">plain words</p>'],
  ['placed by their own size', '<p style="transform: translate(-100%, -50%)">plain words</p>'],
  ['turned and smaller', '<p style="transform: rotate(-90deg) scale(0.5)">plain words</p>'],
  ['in a part of a clip', '<p style="position: absolute; clip: rect(0, auto, 40px, 0)">plain words</p>'],
  ['in a shape', '<p style="clip-path: polygon(0 0, 100% 0, 100% 90%)">plain words</p>'],
  ['in a narrower box', '<p style="clip-path: inset(0 10%)">plain words</p>'],
  ['in a box that scrolls', '<p style="height: 40px; overflow: auto">plain words</p>'],
  ['in the padding of a box', '<p style="height: 0; padding-bottom: 50%; overflow: hidden">plain words</p>'],
  ['a little transparent', '<p style="filter: opacity(60%)">plain words</p>'],
  ['in an open dialog', '<dialog open>plain words</dialog>'],
  ['displayed in spite of their attribute', '<p hidden style="display: block">plain words</p>'],
  [
    'filled with a gradient',
    '<p style="color: transparent; background: red; background-clip: text">plain words</p>',
  ],
  ['faded at their end', '<p style="mask-image: linear-gradient(black 60%, transparent)">plain words</p>'],
  ['faded at their start', '<p style="mask: linear-gradient(to left, #000, #0000)">plain words</p>'],
  ['in a mask of a picture', '<p style="mask: url(mask.svg)">plain words</p>'],
  ['blurred a little', '<p style="font-size: 32px; filter: blur(1px)">plain words</p>'],
  [
    'on the front of a turned card',
    '<div style="transform-style: preserve-3d; transform: rotateY(180deg)"><p style="backface-visibility: hidden; transform: rotateY(180deg)">plain words</p></div>',
  ],
  ['in a slanted box', '<p style="transform: skewX(-20deg)">plain words</p>'],
  [
    'in a contained box of a height',
    '<p style="contain: strict; display: block; height: 60px">plain words</p>',
  ],
  ['in the colour of a variable', '<p style="--c: #111; color: var(--c); opacity: var(--o)">plain words</p>'],
  [
    'in a drawing of a size',
    '<svg width="200" height="0.5em" style="overflow: visible; height: 90px"><text font-size="12" fill-opacity="90%">plain words</text></svg>',
  ],
  [
    'displayed by a variable of their own',
    '<div style="--x: none"><p style="--x: block; display: var(--x)">plain words</p></div>',
  ],
  ['in a path', `<p style="clip-path: path('M0 0 L90 0 L90 90 Z')">plain words</p>`],
  ['in close lines', '<p style="line-height: 1; overflow: hidden">plain words</p>'],
  [
    'turned, with their back hidden',
    '<p style="backface-visibility: hidden; transform: rotate(180deg)">plain words</p>',
  ],
  [
    'of other colours in each scheme',
    '<p style="background: light-dark(white, black); color: light-dark(black, white)">plain words</p>',
  ],
  ['in grey on white', '<p style="background: #fff; color: #ddd">plain words</p>'],
  ['adjusted to the height of another typeface', '<p style="font-size-adjust: 0.5">plain words</p>'],
  [
    'of a usual height within a box without one',
    '<p style="font-size-adjust: 0"><b style="font-weight: normal; font-size-adjust: none">plain words</b></p>',
  ],
  ['fixed to the end of the screen', '<p style="position: fixed; bottom: 0; top: 90vh">plain words</p>'],
  ['far below in the page', '<p style="position: absolute; top: 200vh">plain words</p>'],
  ['grey without a background', '<p style="filter: contrast(0)">plain words</p>'],
  ['of less contrast', '<p style="background: white; filter: contrast(0.5) brightness(0.8)">plain words</p>'],
  ['black that multiplies', '<p style="color: black; mix-blend-mode: multiply">plain words</p>'],
  [
    'white on black that lighten',
    '<p style="background: #000; color: #fff; mix-blend-mode: screen">plain words</p>',
  ],
  ['in a popover that is displayed', '<div popover style="display: block">plain words</div>'],
  ['after a hanging indent', '<p style="margin-left: 36pt; text-indent: -36pt">plain words</p>'],
])('pasted words are kept that are %s', (_, html) => {
  expect(paste('text/html', html)).toMatchObject({ text: 'plain words', findings: undefined });
});

it.each([
  ['a closed dialog', '<p>Seen</p><dialog>secret <b>words</b></dialog>', 'Seen'],
  [
    'the body of closed details',
    '<details>secret <summary>Seen</summary><p>words</p></details><details open><summary>and</summary>more</details>',
    'Seen\n\nand\n\nmore',
  ],
])('pasted words of %s are left out, and the desk is told how many', (_, html, left) => {
  const { text, findings } = paste('text/html', html);
  expect(text).toBe(left);
  expect(findings).toEqual({ pictures: 0, hiddenWords: 2 });
});

it.each([
  'STYLE=display:none',
  "title='a'style='display:none'",
  'style\n=\n"display: none"',
  'lang="en"/style=display:none',
])('pasted words are left out with the style written as %s', (attribute) => {
  const { text, findings } = paste('text/html', `<p>Seen <i ${attribute}>secret words</i></p>`);
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
});

it('words about styles and pictures with styles in their words stay as they are', () => {
  const html =
    '<p>Write <code>p style="a" STYLE = b</code>, a style = c</p><p><img alt="no style=d" src="/e.png"></p>';
  expect(paste('text/html', html).text).toBe('Write `p style="a" STYLE = b`, a style = c\n\nno style=d');
});

it('no style of pasted content is seen by the content security policy of the page', () => {
  const parsed = vi.spyOn(Element.prototype, 'innerHTML', 'set');
  paste('text/html', '<p style="color: red">a <b Style="color: red">b</b></p>');
  expect(parsed.mock.calls.flat().join('')).not.toMatch(/style=/iu);
  parsed.mockRestore();
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
