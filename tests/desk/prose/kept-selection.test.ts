import { expect, it } from 'vitest';
import { EditorState, TextSelection } from 'prosemirror-state';
import { withKeptSelection } from '../../../desk/prose/kept-selection';
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
  ['a paragraph after it, and the space typed first was removed', ' Talks|', 'Talks|/New'],
  ['in two places around it', 'Talks go| on.', 'New talks go| on, they say.'],
  ['words in an empty text', '|', 'New|'],
  ['other words in its place', 'Talks be|gin', 'Talks fa|il'],
])('keeps the cursor at its words when others have written %s', (_, before, after) => {
  const place = (text: string) =>
    text.indexOf('|') + 1 + text.slice(0, text.indexOf('|')).split('/').length - 1;
  const [one, other] = [doc(before.replace('|', '')), doc(after.replace('|', ''))];
  const at = TextSelection.create(one, place(before));
  const kept = withKeptSelection(
    EditorState.create({ doc: other }),
    EditorState.create({ doc: one, selection: at }),
  );
  expect(kept.selection.head).toBe(place(after));
});
