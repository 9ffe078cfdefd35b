import { afterEach, describe, expect, it } from 'vitest';
import { readShown, wordsOf } from './shown-page';

afterEach(() => document.body.replaceChildren());

const BORDER = 'border: 60px solid transparent; border-image: linear-gradient(#fff, #fff)';

/** A box with a border over the words. */
const readUnder = (css: string) =>
  readShown(
    `.box { position: relative; width: 300px; margin: 160px 0 } i { position: absolute; inset: 0; ${css} }`,
    '<p>Seen</p><div class="box"><p>some words</p><i></i></div><p>too</p>',
  );

describe('a picture of a border over words', () => {
  it.each([
    ['fills its box', 'border-image: linear-gradient(#fff, #fff) fill 1'],
    ['fills its sides', `${BORDER} 1`],
    ['fills its sides with a share of it', `${BORDER} 20%`],
  ])('hides them if it %s', async (_, css) => {
    const passage = await readUnder(css);
    expect(wordsOf(passage)).toMatch(/^Seen too$/u);
    expect(passage?.concealed?.words).toBe('some words');
  });

  it.each([
    ['has slices of nothing', `${BORDER} 0`],
    ['has only corners', `${BORDER} 100%`],
    ['has no width', `${BORDER} 1 / 0`],
    ['is transparent', 'border: 60px solid white; border-image: linear-gradient(#fff0, #fff0) 1'],
  ])('hides nothing if it %s', async (_, css) => {
    const passage = await readUnder(css);
    expect(wordsOf(passage)).toBe('Seen some words too');
    expect(passage?.concealed).toBeUndefined();
  });
});

it('white words on a picture of a border that fills their box are quoted', async () => {
  const passage = await readShown(
    '.x { border-image: linear-gradient(#024, #024) fill 0 // 0 100vw; color: white }',
    '<p class="x">plain words</p>',
  );
  expect(wordsOf(passage)).toBe('plain words');
  expect(passage?.concealed).toBeUndefined();
});
