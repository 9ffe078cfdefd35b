import { expect, it } from 'vitest';
import { undoSections } from '../../../desk/state/section-changes';
import type { Section } from '../../../src/news/issue';

/** Sections in the form `a b=Trade`: ids, with a title if it differs from the id. */
function sections(text: string): Section[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [id = '', title = id] = word.split('=');
      return { id, title };
    });
}

it.each([
  { what: 'a removal', before: 'a b c', after: 'a c', now: 'a c', back: 'a b c' },
  { what: 'the removal of the first', before: 'a b', after: 'b', now: 'b', back: 'a b' },
  { what: 'a removal after others were added', before: 'a b c', after: 'a c', now: 'a c d', back: 'a b c d' },
  { what: 'a removal after others were moved', before: 'a b c', after: 'a c', now: 'c a', back: 'c a b' },
  { what: 'an addition', before: 'a', after: 'a b', now: 'a b', back: 'a' },
  { what: 'an addition between others’', before: 'a', after: 'a b', now: 'a b c', back: 'a c' },
  { what: 'a renaming', before: 'a', after: 'a=A', now: 'a=A b', back: 'a b' },
  { what: 'a move', before: 'a b c', after: 'b a c', now: 'b a c d', back: 'a b c d' },
  { what: 'a move with one removed since', before: 'a b c', after: 'c a b', now: 'c b', back: 'b c' },
])('undoes $what: $now becomes $back', ({ before, after, now, back }) => {
  expect(undoSections(sections(now), sections(before), sections(after))).toEqual(sections(back));
});

it.each([
  { what: 'a renaming of what was renamed since', before: 'a', after: 'a=A', now: 'a=B' },
  { what: 'a renaming of what was removed since', before: 'a b', after: 'a=A b', now: 'b' },
  { what: 'a removal of what is back already', before: 'a b', after: 'a', now: 'a b' },
])('does not undo $what', ({ before, after, now }) => {
  expect(undoSections(sections(now), sections(before), sections(after))).toBeUndefined();
});
