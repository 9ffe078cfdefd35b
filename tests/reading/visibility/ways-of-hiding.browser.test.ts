import { afterEach, describe, expect, it } from 'vitest';
import { highlight, readShown, wordsOf } from './shown-page';

afterEach(() => {
  document.body.replaceChildren();
  CSS.highlights.clear();
});

/** A line between two others, with the style rules that hide it. */
const block = (css: string): [string, string] => [css, '<p>Seen</p><p class="x">secret words</p><p>too</p>'];
const inline = (css: string): [string, string] => [
  css,
  '<p>Seen <span class="x">secret words</span> too</p>',
];
const around = (css: string): [string, string] => [
  css,
  '<p>Seen</p><div class="x"><p>secret words</p></div><p>too</p>',
];
/** A box that is 300 px wide, with a further element after the words. */
const over = (css: string, cover: string): [string, string] => [
  `.box { position: relative; width: 300px; margin: 160px 0 } ${css}`,
  `<p>Seen</p><div class="box"><p>secret words</p>${cover}</div><p>too</p>`,
];
const drawing = (content: string): [string, string] => [
  '',
  `<p>Seen</p><svg width="300" height="30">${content}</svg><p>too</p>`,
];
const FULL = 'position: absolute; left: 0; top: 0; width: 100%; height: 100%';

/** Each way hides words from a reader, and the browser's selection has them. */
const WAYS: Record<string, [css: string, markup: string]> = {
  'a generated box after the words': block(
    '.x { position: relative } .x::after { content: ""; position: absolute; inset: 0; background: white }',
  ),
  'a generated box before the words, on top by its z-index': block(
    '.x { position: relative } .x::before { content: ""; position: absolute; inset: 0; background: white; z-index: 1 }',
  ),
  'a generated box of its own sides': block(
    '.x { position: relative } .x::after { content: ""; position: absolute; left: 0; top: 0; width: 100%; height: 100%; background: #fff }',
  ),
  'a generated box that is moved by a transform': block(
    '.x { position: relative } .x::after { content: ""; position: absolute; left: 100%; top: 0; width: 100%; height: 100%; transform: translateX(-100%); background: #fff }',
  ),
  'a generated box of another element': over(
    '.y::after { content: ""; position: absolute; inset: 0; background: white }',
    '<span class="y"></span>',
  ),
  'a generated box of the element around': around(
    '.x { position: relative } .x::after { content: ""; position: absolute; inset: -5px; background: white }',
  ),
  'a gradient of one colour, that of the words': block('.x { background: linear-gradient(black, black) }'),
  'a gradient of nearly one colour': block('.x { background: linear-gradient(#000, #010101) }'),
  'white words on a gradient without colours': block(
    '.x { color: white; background: linear-gradient(transparent, transparent) }',
  ),
  'white words on a gradient without size': block(
    '.x { color: white; background: linear-gradient(red, red) 0 0 / 0 0 no-repeat }',
  ),
  'a radial gradient of one colour': block('.x { background: radial-gradient(black, black) }'),
  'a gradient over the words': over(`i { ${FULL}; background: linear-gradient(white, white) }`, '<i></i>'),
  'a shadow that fills the box': block('.x { box-shadow: inset 0 0 0 999px black }'),
  'a shadow that moves into the box': block('.x { box-shadow: inset 0 500px 0 0 black }'),
  'the shadow of another element': over(
    'i { position: absolute; left: 0; top: -40px; width: 300px; height: 10px; box-shadow: 0 0 0 100px white }',
    '<i></i>',
  ),
  'a border of another element': over(
    'i { position: absolute; left: 0; top: 0; border-top: 60px solid white; width: 300px }',
    '<i></i>',
  ),
  'an outline of another element': over(
    'i { position: absolute; left: 0; top: -10px; width: 300px; height: 1px; outline: 60px solid white }',
    '<i></i>',
  ),
  'the colour of the first line': block('.x::first-line { color: white }'),
  'the background of the first line': block('.x::first-line { background: black }'),
  'the colour of a first line with a link in it': [
    '.x::first-line { color: white }',
    '<p>Seen</p><p class="x"><span>secret words</span></p><p>too</p>',
  ],
  'a line through the words that is as thick as they are': inline(
    '.x { text-decoration: line-through 1.4em black }',
  ),
  'a line through the words around them': around('.x { text-decoration: line-through 30px white }'),
  'an underline of their colour that is as thick as they are': inline(
    '.x { text-decoration: underline 1.6em black; text-underline-offset: -1.3em; text-decoration-skip-ink: none }',
  ),
  'an outline of the letters in the colour of the page': inline('.x { -webkit-text-stroke: 20px white }'),
  'a filling in the colour of the page': inline('.x { -webkit-text-fill-color: white }'),
  'a shadow just below white letters': inline('.x { color: white; text-shadow: 0 0 0 black }'),
  'a shadow that is blurred to nothing': inline('.x { color: white; text-shadow: 0 0 500px black }'),
  'white letters filled by a white gradient': inline(
    '.x { color: transparent; background: linear-gradient(white, white); background-clip: text }',
  ),
  'clip-path with a path': block('.x { clip-path: path("M0 0 L0 0") }'),
  'clip-path with a path elsewhere': block('.x { clip-path: path("M0 900 H50 V950 Z") }'),
  'clip-path with a circle of nothing': block('.x { clip-path: circle(0.1px) }'),
  'clip-path with a circle elsewhere': block('.x { clip-path: circle(20px at 5000px 5000px) }'),
  'clip-path with an ellipse': block('.x { clip-path: ellipse(0 50px) }'),
  'clip-path with a polygon of a line': block('.x { clip-path: polygon(0 0, 100% 100%, 0 0) }'),
  'clip-path with a polygon with a hole': block(
    '.x { clip-path: polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, 0 0, 100% 0, 100% 100%, 0 100%, 0 0) }',
  ),
  'clip-path with a rectangle': block('.x { clip-path: rect(0 0 0 0) }'),
  'clip-path with sides': block('.x { clip-path: xywh(0 0 0 0) }'),
  'clip-path with an inset from the border box': block('.x { clip-path: inset(0 0 100% 0) border-box }'),
  'clip-path with an element that clips all': [
    '.x { clip-path: url(#nothing) }',
    '<svg width="0" height="0" style="position: absolute"><clipPath id="nothing"></clipPath></svg><p>Seen</p><p class="x">secret words</p><p>too</p>',
  ],
  'a perspective and a turn': around('.x { perspective: 100px } .x p { transform: rotateY(90deg) }'),
  'the property rotate': block('.x { rotate: y 90deg }'),
  'the property rotate, showing the back': block('.x { rotate: y 180deg; backface-visibility: hidden }'),
  'the property scale': block('.x { scale: 0.02 }'),
  'a scale in one direction': block('.x { transform: scaleX(0.02) }'),
  'a turn that leaves a line': block('.x { transform: rotateX(87deg) }'),
  'two skews': around('.x { transform: skewX(80deg) } .x p { transform: skewX(80deg) }'),
  'a z-index below the background of what is around': around(
    '.x { background: white } .x p { position: relative; z-index: -1 }',
  ),
  'a z-index below the background of the article': [
    'article { background: #fff } .x { position: relative; z-index: -1 }',
    '<article><p>Seen</p><p class="x">secret words</p><p>too</p></article>',
  ],
  'a frame over them': over(
    `iframe { ${FULL}; border: 0 }`,
    '<iframe srcdoc="&lt;body style=&quot;background: white&quot;>"></iframe>',
  ),
  'a frame with a background of its own': over(
    `iframe { ${FULL}; border: 0; background: white }`,
    '<iframe></iframe>',
  ),
  'a drawing over them': over(
    `svg { ${FULL} }`,
    '<svg viewBox="0 0 10 10" preserveAspectRatio="none"><rect width="10" height="10" fill="white"/></svg>',
  ),
  'a path of a drawing over them': over(
    `svg { ${FULL} }`,
    '<svg viewBox="0 0 10 10" preserveAspectRatio="none"><path d="M-1 -1H11V11H-1Z" fill="#fff"/></svg>',
  ),
  'a canvas over them': over(`canvas { ${FULL}; background: white }`, '<canvas></canvas>'),
  'a video over them': over(`video { ${FULL}; background: white }`, '<video></video>'),
  'an opaque picture over them': over(
    `img { ${FULL} }`,
    '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=">',
  ),
  'a later cell of the same place': [
    '.x { display: grid } .x > * { grid-area: 1 / 1 } i { background: white }',
    '<p>Seen</p><div class="x"><p>secret words</p><i></i></div><p>too</p>',
  ],
  'a float over them': [
    'i { float: left; width: 100%; height: 60px; margin-top: -60px; background: white; position: relative }',
    '<p>Seen</p><p style="margin: 20px 0">secret words</p><i></i><p style="clear: both">too</p>',
  ],
  'an inline box that is moved over them': [
    'b { display: inline-block; width: 300px; height: 40px; margin: -10px 0 -10px -300px; background: white; vertical-align: middle }',
    '<p>Seen</p><p style="padding-left: 100px">secret words<b></b></p><p>too</p>',
  ],
  'two boxes that cover half of them each': over(
    'i { position: absolute; top: 0; height: 100%; width: 50%; background: white } i + i { left: 50% }',
    '<i></i><i></i>',
  ),
  'several boxes that are nearly opaque': over(
    `i { ${FULL}; background: rgb(255 255 255 / 80%) }`,
    '<i></i><i></i><i></i>',
  ),
  'a box over a part of the line': [
    '.box { position: relative } i { position: absolute; left: 60px; top: 0; width: 200px; height: 100%; background: white }',
    '<div class="box"><span style="position: absolute; left: 62px">secret words</span>Seen<i></i></div><p>too</p>',
  ],
  'details that are closed': [
    '',
    '<p>Seen</p><details><summary>and</summary>secret words</details><p>too</p>',
  ],
  'a popover that is closed': ['', '<p>Seen</p><div popover>secret words</div><p>too</p>'],
  'content-visibility': block('.x { content-visibility: hidden }'),
  'letters of 1 px': inline('.x { font-size: 1px }'),
  'letters of 3 px': inline('.x { font-size: 3px }'),
  'letters of 10 px at a quarter of their size': block('.x { font-size: 10px; transform: scale(0.25) }'),
  'letters of 16 px with a zoom of a tenth': block('.x { zoom: 0.1 }'),
  'letters on top of one another': inline('.x { letter-spacing: -0.6em }'),
  'dots in place of letters': inline('.x { -webkit-text-security: disc }'),
  'black words that only brighten': inline('body { background: white } .x { mix-blend-mode: screen }'),
  'white words that only darken': [
    '.box { background: silver } .x { color: white; mix-blend-mode: darken }',
    '<div class="box"><p>Seen <span class="x">secret words</span> too</p></div>',
  ],
  'filters of two elements': around('.x { filter: brightness(0); background: grey } .x p { color: red }'),
  'opacities of several elements': [
    '.x { opacity: 0.2 }',
    '<p>Seen</p><div class="x"><div class="x"><p class="x">secret words</p></div></div><p>too</p>',
  ],
  'a box that scrolls, of which a shape leaves nothing': [
    '.x { height: 40px; overflow: auto; clip-path: circle(0) } hr { height: 90px }',
    '<p>Seen</p><div class="x"><p>secret words</p><hr></div><p>too</p>',
  ],
  'a place beside a reversed box that does not scroll': [
    '.x { display: flex; flex-direction: row-reverse; overflow: hidden; width: 90px } .x p { flex: none; width: 90px }',
    '<p>Seen</p><div class="x"><p>too</p><p>secret words</p></div>',
  ],
  'a mask without size': block('.x { mask: linear-gradient(black, black) 0 0 / 0 0 no-repeat }'),
  'an empty element as a mask': [
    '.x { mask: url(#nothing) }',
    '<svg width="0" height="0" style="position: absolute"><mask id="nothing"></mask></svg><p>Seen</p><p class="x">secret words</p><p>too</p>',
  ],
  'a cover that blurs what is behind it': over(
    `i { ${FULL}; background: white; backdrop-filter: blur(5px) }`,
    '<i></i>',
  ),
  'a cover that ends in a fade': over(
    `i { ${FULL}; background: linear-gradient(90deg, #fff 90%, #fff0) }`,
    '<i></i>',
  ),
  'a cover that begins with a fade': over(
    `i { position: absolute; inset: -300px 0 0; background: linear-gradient(#fff0, #fff 50%) }`,
    '<i></i>',
  ),
  'a background of half the size over them': over(
    `i { ${FULL}; background: linear-gradient(#fff, #fff) 0 0 / 50% 100% no-repeat }`,
    '<i></i>',
  ),
  'white words on a dark tile elsewhere': block(
    '.x { color: white; background: linear-gradient(#024, #024) 100% 0 / 2px 2px no-repeat }',
  ),
  'a cover with a mask that takes nothing away': over(
    `i { ${FULL}; background: white; mask: linear-gradient(#000, #000) }`,
    '<i></i>',
  ),
  'a mask elsewhere': block('.x { mask: linear-gradient(#000, #000) no-repeat -9999px 0 }'),
  'a mask of a content box without height': block(
    '.x { mask: linear-gradient(#000, #000) content-box; padding-top: 27px; height: 0 }',
  ),
  'text of a drawing with a transparent filling': drawing(
    '<text y="20" fill-opacity="0">secret words</text>',
  ),
  'text of a drawing with a white gradient': drawing(
    '<linearGradient id="white"><stop stop-color="white"/></linearGradient><text y="20" fill="url(#white)">secret words</text>',
  ),
  'text of a drawing with another filling than that of nothing': drawing(
    '<text y="20" fill="url(#none) white">secret words</text>',
  ),
  'a thick line of a drawing over them': over(
    `svg { ${FULL} }`,
    '<svg><line y1="13" x2="400" y2="13" stroke="white" stroke-width="60"/></svg>',
  ),
  'a gradient of a drawing over them': over(
    `svg { ${FULL} }`,
    '<svg><linearGradient id="g"><stop stop-color="white"/></linearGradient><rect width="400" height="60" fill="url(#g)"/></svg>',
  ),
  'a mask of another gradient without opacity': block(
    '.x { mask: radial-gradient(circle, transparent, rgb(9 9 9 / 0)) }',
  ),
  'a mask that begins after its end': block(
    '.x { mask: linear-gradient(90deg, transparent 100%, black 100%) }',
  ),
  'a blur of small print': inline('.x { font-size: 10px; filter: contrast(2) blur(0.5em) }'),
  'the back of a turned card': around(
    '.x { transform-style: preserve-3d; rotate: y 180deg } .x p { backface-visibility: hidden }',
  ),
  'the colour of their background in any scheme': inline(
    '.x { background: white; color: light-dark(white, black) }',
  ),
  'an indent out of a box that cuts': block('.x { overflow: hidden; text-indent: -500px }'),
  'a margin before the line': [
    '.x { margin-inline-start: -9999px }',
    '<p>Seen</p><p><span class="x">secret words</span></p><p>too</p>',
  ],
  'the width of a box in which they do not wrap': block(
    '.x { width: 4px; overflow: hidden; white-space: nowrap }',
  ),
  'paint containment': block('.x { contain: paint; height: 0 }'),
  'a place to the right where the page does not scroll': [
    'html { overflow-x: hidden } .x { position: absolute; left: 6000px; width: 300px }',
    '<p>Seen</p><p class="x">secret words</p><p>too</p>',
  ],
  'a picture behind that a box covers': [
    'section { position: relative; z-index: 0 } img { position: absolute; z-index: -2; width: 100%; height: 100% } .b { background: white } .x { color: white }',
    '<p>Seen</p><section><img src="data:,"><div class="b"><p class="x">secret words</p></div></section><p>too</p>',
  ],
};

/** These say that they leave nothing out: they are hidden like words for screen readers. */
const UNCOUNTED = new Set(['content-visibility', 'details that are closed', 'a popover that is closed']);

describe('words hidden by', () => {
  it.each(Object.entries(WAYS))('%s are left out of the quote and counted', async (name, [css, markup]) => {
    const passage = await readShown(css, markup);
    expect(wordsOf(passage)).toMatch(/^Seen( and)? too$/u);
    if (!UNCOUNTED.has(name)) expect(passage?.concealed?.words).toBe('secret words');
  });

  it.each([
    ['the colour', 'color: white'],
    ['the background', 'background-color: black'],
  ])('%s of a highlight are left out of the quote and counted', async (_, rule) => {
    const passage = await readShown(
      `::highlight(none) { ${rule} }`,
      '<p>Seen secret words too</p>',
      highlight(5, 17),
    );
    expect(wordsOf(passage)).toBe('Seen too');
    expect(passage?.concealed?.words).toBe('secret words');
  });
});
