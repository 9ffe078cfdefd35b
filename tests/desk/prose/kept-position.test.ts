import { expect, it } from 'vitest';
import { keptPosition } from '../../../desk/prose/kept-position';
import { PROSE } from '../../../desk/prose/prose-schema';

/** Paragraphs, divided by `/`. */
const doc = (text: string) =>
  PROSE.nodes.doc.create(
    null,
    text.split('/').map((words) => PROSE.nodes.paragraph.create(null, words === '' ? [] : PROSE.text(words))),
  );

it.each([
  ['words before it', 'Talks|', 'New Talks|'],
  ['words after it', 'Talks he|', 'Talks he| they'],
  ['words after it, in the midst of others', 'Talks| go', 'Talks| go on'],
  ['the rest of the word before it', 'Talks the|', 'Talks they say.|'],
  ['the point after it', 'Talks|', 'Talks.|'],
  ['words that begin like its own', 'Talks Des|', 'Talks Desk. Des|'],
  ['a paragraph before it', 'Talks|', 'New/Talks|'],
  ['a paragraph after it', 'Talks|', 'Talks|/New'],
  ['other words in its place', 'Talks be|gin', 'Talks fa|il'],
])('keeps the cursor at its words when others have written %s', (_, before, after) => {
  const place = (text: string) =>
    text.indexOf('|') + 1 + text.slice(0, text.indexOf('|')).split('/').length - 1;
  const [one, other] = [before, after].map((text) => doc(text.replace('|', '')));
  if (one === undefined || other === undefined) throw new Error('Nothing to compare');
  expect(keptPosition(one, other, place(before))).toBe(place(after));
});
