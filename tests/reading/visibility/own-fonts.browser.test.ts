import { afterEach, describe, expect, it } from 'vitest';
import { readShown, wordsOf } from './shown-page';

afterEach(() => {
  document.body.replaceChildren();
});

const SOURCE = 'src: local("DejaVu Sans"), local("Liberation Sans"), local("Arial")';
/** Fonts whose letters are far below or above the middle of their line, or in a line without height. */
const FONTS = `@font-face { font-family: low; ${SOURCE}; ascent-override: 400% }
  @font-face { font-family: high; ${SOURCE}; descent-override: 400% }
  @font-face { font-family: flat; ${SOURCE}; ascent-override: 0%; descent-override: 0% }
  .x { font-size: 20px; line-height: normal } .x span { position: relative }`;

/** A line between two others, with the style rules that hide it. */
function read(css: string) {
  return readShown(FONTS + css, '<p>Seen</p><p class="x"><span>secret words</span></p><p>too</p>');
}

describe('words in a font of the page', () => {
  it.each([
    ['that an ascent moves below a box that cuts', '.x { font-family: low; height: 61px; overflow: hidden }'],
    ['that an ascent moves below a clip', '.x { font-family: low; clip-path: inset(0 0 25px) }'],
    [
      'that a descent moves above a box that cuts',
      '.x { font-family: high; height: 61px; overflow: hidden } .x span { top: -30px }',
    ],
    [
      'that a line without height leaves above a box that cuts',
      '.x { font-family: flat; height: 40px; overflow: clip } .x span { top: -6px }',
    ],
    [
      'that is larger than its line without height, and above a box that cuts',
      '.x { font-family: flat; zoom: 4; height: 40px; overflow: hidden } .x span { top: -6px }',
    ],
    [
      'that only the first line has',
      '.x::first-line { font-family: low } .x { height: 61px; overflow: hidden }',
    ],
    [
      'that an ascent moves below a black box',
      '.x { font-family: low; color: white; background: black; height: 61px }',
    ],
    [
      'that an ascent moves below another box',
      '.x { font-family: low; margin: 0 } .x + p { margin: -26px 0 0; padding: 4px; background: white; position: relative }',
    ],
    [
      'and in a distance in which nobody can read them',
      '.x { font-family: low; font-size: 8px; letter-spacing: 0.3em; transform: perspective(10px) translateZ(-40px) }',
    ],
  ])('%s are left out of the quote and counted', async (_, css) => {
    const passage = await read(css);
    expect(wordsOf(passage)).toBe('Seen too');
    expect(passage?.concealed?.words).toBe('secret words');
  });

  it.each([
    ['without ascent and descent', '.x { font-family: flat; margin: 40px }'],
    [
      'without ascent and descent, in a box that cuts',
      '.x { font-family: flat; padding: 20px; overflow: hidden }',
    ],
    [
      'whose line is cut off above them',
      '.x { font-family: low; height: 26px; overflow: hidden } .x span { top: -60px }',
    ],
    ['whose line is cut off below them', '.x { font-family: high; height: 26px; overflow: hidden }'],
    [
      'whose line is covered above them',
      '.x { font-family: low } .x::before { content: ""; position: absolute; width: 300px; height: 55px; background: white; z-index: 1 }',
    ],
    ['in a vertical line', '.x { font-family: low; writing-mode: vertical-rl; height: 300px }'],
    ['that is turned', '.x { font-family: low; rotate: 90deg; margin: 100px }'],
    ['made larger', '.x { font-family: flat; margin: 60px; zoom: 2; scale: 2 }'],
    ['in several lines', '.x { font-family: low; width: 90px }'],
  ])('%s are in the quote if they are seen', async (_, css) => {
    const passage = await read(css);
    expect(wordsOf(passage)).toBe('Seen secret words too');
    expect(passage?.concealed).toBeUndefined();
  });

  it('are left out one by one', async () => {
    const passage = await readShown(
      `${FONTS} .x { font-family: low; width: 110px; height: 89px; overflow: hidden }`,
      '<p>Seen</p><p class="x">visible secret</p><p>too</p>',
    );
    expect(wordsOf(passage)).toBe('Seen visible too');
  });
});
