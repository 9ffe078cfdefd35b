/**
 * The style of the notice, in the colours of `ui/tokens.css`. Lengths are in px, because a page can change what a rem is.
 *
 * A page can measure where the notice is and which fonts it requests. So the box has the same size for every text of its kind (something was clipped,
 * or nothing was), the pointer
 * does not hit the text, nothing is animated, and the fonts are only generic families: a page can define any other family by
 * `@font-face` and learn by `unicode-range` which letters are drawn.
 *
 * Custom properties are not used, because a page can register them for shadow trees, too (`@property`).
 *
 * A page is also told how large the largest text is that was drawn before an input (largest contentful paint). That is always the
 * same letters, in the colour of the box, behind the words.
 *
 * Both boxes have the class `box`; the one with the words is `drawn`, and the transparent cover above it has the button.
 */
export const NOTICE_STYLE = `
.box {
  all: initial;
  direction: ltr;
  unicode-bidi: isolate;
  position: fixed;
  inset: 16px 16px auto auto;
  box-sizing: border-box;
  display: grid;
  grid-template-rows: minmax(0, 1fr) 30px;
  gap: 8px;
  inline-size: min(360px, calc(100vi - 32px));
  block-size: 148px;
  contain: strict;
  margin: 0;
  padding: 12px 16px;
  border: 1px solid transparent;
  border-radius: 6px;
  color-scheme: light dark;
  color: light-dark(#1d1b16, #ebe6da);
  font: 14px/20px system-ui, sans-serif;
  overflow-wrap: anywhere;
  user-select: none;
}
.drawn {
  border-color: light-dark(#ddd6c6, #3a362e);
  background: light-dark(#fffdf8, #201e1a);
  box-shadow: 0 8px 24px light-dark(rgb(40 30 10 / 20%), rgb(0 0 0 / 55%));
  pointer-events: none;
}
.drawn::before {
  content: 'MMMMMM' / '';
  position: absolute;
  inset: 0;
  z-index: -1;
  overflow: clip;
  color: light-dark(#fffdf8, #201e1a);
  font: 140px/148px sans-serif;
  forced-color-adjust: none;
}
.words { all: initial; display: contents; }
.problem { block-size: 228px; }
.box::backdrop { display: none; }
[data-words]::before { content: attr(data-words); }
.status { contain: strict; overflow: clip; }
.label { display: grid; place-content: center; color: light-dark(#14532d, #92d3a9); }
p {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  margin: 0;
}
.problem p { -webkit-line-clamp: 8; }
.noted .headline, .noted .place { -webkit-line-clamp: 1; }
.place { color: light-dark(#5a5448, #b5ad9e); }
.place:only-child { color: inherit; }
.headline { font: 15px/20px serif; }
bdi { color: light-dark(#1d1b16, #ebe6da); font-weight: 600; }
button {
  grid-row: 2;
  inline-size: 100%;
  contain: strict;
  box-sizing: border-box;
  padding: 0 12px;
  border: 1px solid light-dark(#8b8271, #8a8171);
  border-radius: 5px;
  background: none;
  cursor: pointer;
}
button:hover { background: light-dark(rgb(20 83 45 / 12%), rgb(146 211 169 / 14%)); }
button:focus-visible { outline: 2px solid light-dark(#14532d, #92d3a9); outline-offset: -3px; }
`;
