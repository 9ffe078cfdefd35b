import { afterEach, describe, expect, it } from 'vitest';
import { readSelection } from '../../../src/reading/quotes/quote-passages';
import { readShown, wordsOf } from './shown-page';

afterEach(() => {
  document.body.replaceChildren();
});

/** What the styles of these tests refer to. */
const DRAWING = `<svg width="0" height="0" style="position: absolute">
  <filter id="flood"><feFlood flood-color="white"/></filter>
  <filter id="whiten"><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0"/></filter>
  <filter id="clear"><feColorMatrix values="1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0 0"/></filter>
  <filter id="soft"><feGaussianBlur stdDeviation="0.3"/></filter>
  <filter id="redden"><feColorMatrix values="0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0"/></filter>
  <mask id="mask-empty"><rect width="0" height="0"/></mask>
  <mask id="mask-far"><rect x="5000" width="100" height="100" fill="white"/></mask>
  <mask id="mask-black"><rect width="2000" height="2000" fill="black"/></mask>
  <mask id="mask-white"><rect width="2000" height="2000" fill="white"/></mask>
  <mask id="mask-text"><text>no</text></mask>
  <clipPath id="clip-empty"><rect width="0" height="0"/></clipPath>
  <clipPath id="clip-far"><circle cx="5000" r="10"/></clipPath>
  <clipPath id="clip-none"><rect width="2000" height="2000" style="display: none"/></clipPath>
  <clipPath id="clip-share" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath>
  <clipPath id="clip-whole"><rect width="2000" height="2000"/></clipPath>
  <clipPath id="clip-moved"><rect width="2000" height="2000" transform="translate(5000 0)"/></clipPath></svg>`;
const BLOCK = '<p>Seen</p><p class="x">certain words</p><p>too</p>';
const read = async (rule: string) => {
  const passage = await readShown(`.x { ${rule} }`, BLOCK, (main) => {
    main.insertAdjacentElement('beforebegin', drawing());
  });
  return { words: wordsOf(passage), hidden: passage?.concealed?.words };
};

function drawing(): Element {
  const svg = new DOMParser().parseFromString(DRAWING, 'text/html').querySelector('svg');
  if (!svg) throw new Error('The drawing is missing');
  return svg;
}

describe('words are left out of a quote and counted, that are hidden by', () => {
  it.each([
    ['a filter of the page that fills their box', 'filter: url(#flood)'],
    ['a filter of the page that makes them as white as it', 'filter: url(#whiten)'],
    ['a filter of the page that makes them transparent', 'filter: blur(0px) url(#clear)'],
    ['a mask without an area', 'mask: url(#mask-empty)'],
    ['a mask that is elsewhere', 'mask: url(#mask-far)'],
    ['a black mask', 'mask: url(#mask-black)'],
    ['a clip without an area', 'clip-path: url(#clip-empty)'],
    ['a clip that is elsewhere', 'clip-path: url(#clip-far)'],
    ['a clip whose shape is not displayed', 'clip-path: url(#clip-none)'],
    ['white, multiplied with the page', 'color: white; mix-blend-mode: multiply'],
    ['white, darkening the page', 'color: white; mix-blend-mode: darken'],
    ['their own outline', 'outline: 40px solid white; outline-offset: -40px'],
    [
      'the outline of their box',
      'position: relative; z-index: 1; outline: 40px solid white; outline-offset: -40px',
    ],
  ])('%s', async (_, rule) => {
    expect(await read(rule)).toEqual({ words: 'Seen too', hidden: 'certain words' });
  });
});

describe('words are quoted without a warning', () => {
  it.each([
    ['in a clip that leaves all', 'clip-path: url(#clip-whole)'],
    ['in a clip as large as their box', 'clip-path: url(#clip-share)'],
    ['under a white mask', 'mask: url(#mask-white)'],
    ['in grey, multiplied with the page', 'color: gray; mix-blend-mode: multiply'],
    ['in an outline around them', 'outline: 10px solid white; outline-offset: 2px'],
    ['with a filter that only changes their colour', 'filter: hue-rotate(90deg)'],
  ])('%s', async (_, rule) => {
    expect(await read(rule)).toEqual({ words: 'Seen certain words too', hidden: undefined });
    expect(readSelection(document).isSelectionUnread).toBe(false);
  });
});

describe('words are quoted, and the user is told that not all could be examined,', () => {
  it.each([
    ['with a filter of the page that softens them', 'filter: url(#soft)'],
    ['with a filter of the page that makes them red', 'filter: url(#redden)'],
    ['with a mask of letters', 'mask: url(#mask-text)'],
    ['with a clip whose shape is moved', 'clip-path: url(#clip-moved)'],
    ['with a picture as a mask', 'mask: url(data:image/png,)'],
    ['with a blend within another', 'color: gray; mix-blend-mode: multiply'],
  ])('%s', async (name, rule) => {
    const around = name.includes('within') ? 'main { mix-blend-mode: multiply }' : '';
    const passage = await readShown(`${around} .x { ${rule} }`, BLOCK, (main) => {
      main.insertAdjacentElement('beforebegin', drawing());
    });
    expect(wordsOf(passage)).toBe('Seen certain words too');
    expect(readSelection(document).isSelectionUnread).toBe(true);
  });
});
