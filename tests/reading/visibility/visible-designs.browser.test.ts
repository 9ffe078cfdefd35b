import { afterEach, describe, expect, it } from 'vitest';
import { highlight, readShown, wordsOf } from './shown-page';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  CSS.highlights.clear();
});

const PLAIN = '<p class="x">plain words</p>';
const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"%3E%3Crect width="9" height="9"/%3E%3C/svg%3E';

/** Designs of news sites in which all words are seen. */
const DESIGNS: Record<string, [css: string, markup: string]> = {
  'white on a dark box that is generated before them': [
    '.x { position: relative; color: white; z-index: 0 } .x::before { content: ""; position: absolute; inset: 0; background: #111; z-index: -1 }',
    PLAIN,
  ],
  'white on a generated box of the element around': [
    '.b { position: relative; color: white; z-index: 0 } .b::after { content: ""; position: absolute; inset: 0; background: #111; z-index: -1 }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'white on a generated box that is skewed': [
    '.x { position: relative; color: white; display: inline-block; padding: 8px } .x::before { content: ""; position: absolute; inset: 0; background: crimson; transform: skewX(-9deg); z-index: -1 }',
    PLAIN,
  ],
  'white on a generated box in the flow': [
    '.b { color: white; width: 300px } .b::before { content: ""; display: block; height: 60px; margin-bottom: -60px; background: #111 } .x { position: relative; margin: 0 }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'white on a shadow that fills the box': ['.x { color: white; box-shadow: inset 0 0 0 99px black }', PLAIN],
  'white on the shadow of their box': [
    '.x { color: white; margin: 20px; box-shadow: 0 0 0 20px black, inset 0 0 0 99px black }',
    PLAIN,
  ],
  'in display: contents, on which opacity has no effect': [
    '.b { display: contents; opacity: 0 }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'in display: contents, on which a filter and a transform have no effect': [
    '.b { display: contents; filter: opacity(0); transform: scale(0); clip-path: circle(0) }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'in white with a black first line': [
    '.x { color: white; width: 400px } .x::first-line { color: black }',
    PLAIN,
  ],
  'in white with a first line on black': [
    '.x { color: white; width: 400px } .x::first-line { background: black }',
    PLAIN,
  ],
  'as text of a drawing': [
    '',
    '<svg width="200" height="40"><title>A chart</title><text x="5" y="20">plain words</text></svg>',
  ],
  'as white text of a drawing on a dark part': [
    '',
    '<svg width="200" height="40"><rect width="200" height="40"/><text x="5" y="20" fill="white">plain words</text></svg>',
  ],
  'in a heading that is a button': ['', '<h3><button>plain words</button></h3><p>Answer</p>'],
  'in a button within a sentence': [
    '',
    '<p>It is <button style="all: unset">plain words</button> that they want.</p>',
  ],
  'in a link with the role of a button': [
    '',
    '<p>It is <a role="button">plain words</a> that they want.</p>',
  ],
  'in a pull quote on a coloured box': [
    'aside { background: #035; color: #fff; padding: 20px; border-left: 6px solid gold }',
    `<aside>${PLAIN}</aside>`,
  ],
  'filled by a gradient': [
    '.x { background: linear-gradient(90deg, red, blue); -webkit-background-clip: text; color: transparent }',
    PLAIN,
  ],
  'filled by a gradient, with its own colour beneath': [
    '.x { background: linear-gradient(90deg, #f00, #00f); background-clip: text; -webkit-text-fill-color: transparent; color: white }',
    PLAIN,
  ],
  'white on the photo of a hero': [
    `.b { position: relative } img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover } .x { position: relative; color: white }`,
    `<div class="b"><img src='${PICTURE}' alt="">${PLAIN}</div>`,
  ],
  'white on a photo as a background, under a translucent layer': [
    `.b { position: relative; background: url('${PICTURE}') } .b::before { content: ""; position: absolute; inset: 0; background: rgb(0 0 0 / 40%) } .x { position: relative; color: white }`,
    `<div class="b">${PLAIN}</div>`,
  ],
  'white on a photo that has not been loaded': [
    '.b { display: grid } .b > * { grid-area: 1 / 1 } img { width: 100%; height: 90px } .x { color: white; z-index: 1 }',
    `<div class="b"><img loading="lazy" src="data:," alt="">${PLAIN}</div>`,
  ],
  'under a gradient that fades to white': [
    '.b { position: relative } .b::after { content: ""; position: absolute; inset: 0; background: linear-gradient(transparent, white) }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'with a drop cap that is generated': [
    '.x::first-letter { float: left; font-size: 60px; color: crimson; line-height: 1 }',
    PLAIN,
  ],
  'with a drop cap of its own': [
    'b { float: left; font-size: 60px; background: black; color: white }',
    '<p><b>p</b>lain words</p>',
  ],
  'with highlighted marks': [
    'mark { background: linear-gradient(transparent 60%, yellow 60%) }',
    '<p><mark>plain</mark> words</p>',
  ],
  'with a mark of a thick underline': [
    '.x { text-decoration: underline 0.6em yellow; text-underline-offset: -0.4em; text-decoration-skip-ink: none }',
    PLAIN,
  ],
  'as struck words': ['', '<p><s>plain</s> words</p>'],
  'with an underline that is a gradient of their colour': [
    '.x span { background: linear-gradient(currentColor, currentColor) 0 100% / 100% 1px no-repeat }',
    '<p class="x"><span>plain words</span></p>',
  ],
  'with footnote markers': [
    'sup { font-size: 9px; line-height: 0 }',
    '<p>plain words<sup><a href="#n">1</a></sup></p>',
  ],
  'in small print of 9 px': ['.x { font-size: 9px; color: #999 }', PLAIN],
  'in the white of a dark page': ['html { color-scheme: dark } .x { color: #eee }', PLAIN],
  'in a dark page': ['main { background: #121212; color: #e0e0e0 }', PLAIN],
  'under a sticky header': [
    'header { position: sticky; top: 0; background: #fff; height: 70px; margin-bottom: -70px; z-index: 9 }',
    `<header></header>${PLAIN}`,
  ],
  'in a sticky header': [
    'header { position: sticky; top: 0; background: #036; color: white; z-index: 9 }',
    `<header>${PLAIN}</header>`,
  ],
  'on a page with a fixed dark background': [
    'main::before { content: ""; position: fixed; inset: 0; background: #111; z-index: -1 } .x { color: white }',
    PLAIN,
  ],
  'under the transparent link of a card': [
    '.b { position: relative } a::after { content: ""; position: absolute; inset: 0; z-index: 1 }',
    `<div class="b">${PLAIN}<a href="/x"></a></div>`,
  ],
  'in a card that is a link as a whole': [
    '.b { position: relative; background: #eee } a { position: absolute; inset: 0 }',
    `<div class="b"><a href="/x"></a>${PLAIN}</div>`,
  ],
  'in a card above its background': [
    '.b { position: relative; z-index: 1; background: white } .x { position: relative; z-index: 2 }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'in a carousel that has been moved to them': [
    '.b { width: 200px; overflow: hidden } .t { display: flex; transform: translateX(-200px) } .t > * { flex: 0 0 200px; margin: 0 }',
    `<div class="b"><div class="t"><p></p>${PLAIN}</div></div>`,
  ],
  'further on in a row that scrolls, with a button at its side': [
    '.w { position: relative; width: 300px } .b { overflow-x: auto; display: flex } .b > * { flex: 0 0 290px; margin: 0 } i { position: absolute; right: 0; top: 0; bottom: 0; width: 40px; background: white }',
    `<div class="w"><div class="b"><p></p><p></p>${PLAIN}</div><i></i></div>`,
  ],
  'further down in a box that scrolls, beside other content': [
    '.b { height: 50px; overflow: auto } .x { margin: 150px 0 0 } section { position: relative; height: 300px; background: white }',
    `<div class="b">${PLAIN}</div><section></section>`,
  ],
  'in the lines that a line clamp shows': [
    '.x { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; width: 300px }',
    PLAIN,
  ],
  'in a table with striped rows': [
    'tr:nth-child(odd) { background: #234; color: white } td { padding: 4px }',
    '<table><tr><td>plain</td></tr><tr><td>words</td></tr></table>',
  ],
  'as a caption with an outline of shadows': [
    '.x { color: white; text-shadow: -1px -1px 0 #000, 1px -1px 0 #000, -1px 1px 0 #000, 1px 1px 0 #000 }',
    PLAIN,
  ],
  'as white letters with a soft shadow': ['.x { color: white; text-shadow: 0 0 4px black }', PLAIN],
  'with an outline that is painted first': [
    '.x { color: black; -webkit-text-stroke: 6px white; paint-order: stroke fill }',
    PLAIN,
  ],
  'in columns': ['.x { columns: 3; width: 500px; height: 40px }', PLAIN],
  'in vertical writing': ['.x { writing-mode: vertical-rl; height: 200px }', PLAIN],
  'turned to the side': ['.x { transform: rotate(-90deg); width: 100px; margin: 60px }', PLAIN],
  'under ruby': ['', '<p><ruby>plain<rp>(</rp><rt>p</rt><rp>)</rp></ruby> words</p>'],
  'where lines are close': [
    '.x { line-height: 0.8; width: 30px } span { background: yellow }',
    '<p class="x"><span>plain</span> <span>words</span></p>',
  ],
  'under a picture as a mask': [`.x { mask: url('${PICTURE}') }`, PLAIN],
  'in a box with round corners': [
    '.x { border-radius: 999px; background: #b00; color: white; padding: 10px 20px; display: inline-block }',
    PLAIN,
  ],
  'white on a button that changes its colour by a gradient': [
    '.x { color: white; background: linear-gradient(to right, #06c 50%, #048 50%) 0 0 / 200% 100% }',
    PLAIN,
  ],
  'beside a menu that is folded': [
    '.b { position: relative } nav { position: absolute; inset: 0; background: white; clip-path: inset(0 0 100% 0) } div.f { position: absolute; inset: 0; height: 0; overflow: hidden } div.f div { position: relative; height: 90px; background: white }',
    `<div class="b">${PLAIN}<nav></nav><div class="f"><div></div></div></div>`,
  ],
  'below details that are closed, with a large drawing in them': [
    'svg { width: 400px }',
    `<details><summary>plain</summary><p><svg viewBox="0 0 9 9"><path d="M0 0H9V9H0Z"/></svg></p></details><p>words</p>`,
  ],
  'beside a drawing that its own box clips': [
    'svg { width: 9px; height: 9px; position: absolute }',
    `<svg viewBox="0 0 9 9"><path d="M0 0H900V900H0Z"/></svg>${PLAIN}`,
  ],
  'under a transparent picture for a link': [
    '.b { position: relative } img { position: absolute; inset: 0; width: 100%; height: 100% }',
    `<div class="b">${PLAIN}<img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></div>`,
  ],
  'with bullets that are generated in white': [
    'li { list-style: none } li::before { content: ""; display: inline-block; width: 8px; height: 8px; background: white }',
    '<ul><li>plain</li><li>words</li></ul>',
  ],
  'in an ellipse of a shape': ['.x { clip-path: ellipse(70% 90%); width: 200px; padding: 20px }', PLAIN],
  'in a tilted section': [
    '.b { clip-path: polygon(0 0, 100% 10%, 100% 100%, 0 90%); background: #024; color: white; padding: 30px }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'in an animation that has ended': [
    '@keyframes in { from { opacity: 0 } } .x { animation: in 1ms both; animation-delay: -1s }',
    PLAIN,
  ],
  'with a difference to white': ['.x { color: white; mix-blend-mode: difference }', PLAIN],
  'multiplied with what is below them': ['.x { mix-blend-mode: multiply }', PLAIN],
  'in a frosted bar': ['.x { backdrop-filter: blur(9px); background: rgb(255 255 255 / 60%) }', PLAIN],
  'below many thin gradients': [
    `.b { position: relative } i { position: absolute; inset: 0; background: linear-gradient(90deg, ${Array.from(
      { length: 12 },
      (_, at) => `rgb(${at * 20} 0 0 / 1%)`,
    ).join()}) }`,
    `<div class="b">${PLAIN}${'<i></i>'.repeat(20)}</div>`,
  ],
  'that lighten the page, where nothing is painted': ['.x { mix-blend-mode: lighten }', PLAIN],
  'white on two backgrounds whose difference is black': [
    '.x { color: white; background: linear-gradient(#fff, #fff), #fff; background-blend-mode: difference }',
    PLAIN,
  ],
  'where a gradient over them is transparent': [
    '.b { position: relative } .b::after { content: ""; position: absolute; inset: 0; background: linear-gradient(90deg, transparent 60%, white) }',
    `<div class="b">${PLAIN}</div>`,
  ],
  'over a gradient of their colour that ends before them': [
    '.x { padding-left: 200px; background: linear-gradient(90deg, black 100px, white 100px) }',
    PLAIN,
  ],
  'white on the dark half of a background': [
    '.x { color: white; background: linear-gradient(#024, #024) 0 0 / 300px 100% no-repeat }',
    PLAIN,
  ],
  'on a background of a white spot': [
    '.x { color: white; background: linear-gradient(white, white) 0 0 / 2px 2px no-repeat, #024 }',
    PLAIN,
  ],
  'black on a gradient that turns black further on': [
    '.x { background: linear-gradient(to right, #fff 70%, #000); width: 600px }',
    PLAIN,
  ],
  'under a mask that fades at the end': [
    '.x { mask: linear-gradient(90deg, #000 80%, transparent); width: 500px }',
    PLAIN,
  ],
  'in a drawing with a gradient': [
    '',
    '<svg width="200" height="40"><linearGradient id="fill"><stop stop-color="red"/></linearGradient><text x="5" y="20" fill="url(#fill)">plain words</text></svg>',
  ],
  'in a picture of a drawing that clips with a shape': [
    '.x { clip-path: url(#whole) }',
    `<svg width="0" height="0" style="position: absolute"><clipPath id="whole" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath></svg>${PLAIN}`,
  ],
  'on the front of a card that turns': [
    '.b { position: relative; height: 40px } .b > * { position: absolute; inset: 0; backface-visibility: hidden; background: white } .back { transform: rotateY(180deg) }',
    `<div class="b"><div>${PLAIN}</div><div class="back"></div></div>`,
  ],
  'below a box of which a mask leaves nothing': [
    '.b { position: relative } i { position: absolute; inset: 0; background: white; mask: linear-gradient(transparent, transparent) }',
    `<div class="b">${PLAIN}<i></i></div>`,
  ],
  'in a tab that is open': [
    '.p { grid-area: 1 / 1; visibility: hidden; background: white } .on { visibility: visible } .b { display: grid }',
    `<div class="b"><div class="p on">${PLAIN}</div><div class="p"></div></div>`,
  ],
};

describe('words are quoted', () => {
  it.each(Object.entries(DESIGNS))('%s', async (_, [css, markup]) => {
    const passage = await readShown(css, markup);
    expect(wordsOf(passage)).toMatch(/plain( |\b)words/u);
    expect(passage?.concealed).toBeUndefined();
  });

  it('in white that a highlight makes black', async () => {
    const passage = await readShown(
      '.x { color: white } ::highlight(none) { color: black }',
      PLAIN,
      highlight(0, 11),
    );
    expect(wordsOf(passage)).toBe('plain words');
  });
});
