import { afterEach, expect, it } from 'vitest';
import { readShown, wordsOf } from './shown-page';

afterEach(() => {
  document.body.replaceChildren();
});

const PLAIN = '<p class="x">plain words</p>';

/** Scrolling shows the words. */
const DESIGNS: Record<string, [css: string, markup: string]> = {
  'in a box that scrolls, with a mask that fades out at its end': [
    '.b { height: 80px; overflow: auto; mask: linear-gradient(#000 80%, transparent) }',
    `<div class="b"><p>a</p><p>b</p>${PLAIN}<p>c</p></div>`,
  ],
  'in a box that scrolls sideways, with a shape that cuts its end': [
    '.b { width: 300px; overflow: auto; display: flex; clip-path: inset(0 20px 0 0) } p { flex: 0 0 200px }',
    `<div class="b"><p>a</p>${PLAIN}</div>`,
  ],
  'in a box that scrolls within one whose mask fades out': [
    '.m { mask: linear-gradient(#000 80%, transparent) } .b { height: 80px; overflow: auto }',
    `<div class="m"><div class="b"><p>a</p><p>b</p>${PLAIN}<p>c</p></div></div>`,
  ],
  'in a box that scrolls upwards from the last message': [
    '.b { height: 100px; overflow: auto; display: flex; flex-direction: column-reverse } .b * { flex: none }',
    `<div class="b"><p>c</p><p>b</p><p>a</p>${PLAIN}</div>`,
  ],
  'in a box that scrolls and is reversed, with a tall column': [
    '.b { height: 100px; overflow: auto; display: flex; flex-direction: row-reverse }',
    `<div class="b"><div><p>a</p><p>b</p><p>c</p>${PLAIN}</div></div>`,
  ],
  'in a box that scrolls leftwards from the last column': [
    '.b { width: 200px; overflow: auto; display: flex; flex-direction: row-reverse } p { flex: 0 0 150px }',
    `<div class="b"><p>b</p><p>a</p>${PLAIN}</div>`,
  ],
  'in a box that scrolls and is enlarged': [
    '.z { zoom: 1.5 } .b { height: 40px; overflow: auto } .x { margin-top: 40px }',
    `<div class="z"><div class="b"><p>a</p>${PLAIN}</div></div>`,
  ],
};

it.each(Object.entries(DESIGNS))('words are quoted %s', async (_, [css, markup]) => {
  const passage = await readShown(css, markup);
  expect(wordsOf(passage)).toContain('plain words');
  expect(passage?.concealed).toBeUndefined();
});
