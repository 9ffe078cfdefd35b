import { expect, it } from 'vitest';
import { undoChange } from '../../../desk/state/record-change';
import type { Clip } from '../../../src/news/clip';

const before: Clip = {
  id: 'one',
  issueId: 'issue',
  rank: 'a0',
  headline: 'Talks',
  showDate: true,
  showLanguage: false,
  quotes: [],
  clippedAt: '2026-11-24T09:00:00Z',
  changedAt: '2026-11-24T09:00:00Z',
  revision: 1,
};
const after: Clip = { ...before, headline: 'Talks fail', comment: 'New', revision: 2 };

it('undoes changes and additions', () => {
  expect(undoChange(after, { before, after })).toEqual({ ...before, revision: 2 });
});

it('keeps what others have written meanwhile in other fields', () => {
  const now = { ...after, outlet: 'The Daily', revision: 3 };
  expect(undoChange(now, { before, after })).toEqual({ ...before, outlet: 'The Daily', revision: 3 });
});

it('undoes nothing if a field of the change has been written since', () => {
  expect(undoChange({ ...after, comment: 'Newer' }, { before, after })).toBeUndefined();
});

it('restores what was removed', () => {
  const { headline, ...headless } = before;
  expect(undoChange(headless, { before, after: headless })).toEqual(before);
});

it('undoes a change if the database has the fields in another order', () => {
  const quote = { id: 'a', markdown: 'Late.', speaker: 'Linn', isEdited: true as const };
  const changed: Clip = { ...before, quotes: [{ ...quote, translation: 'Tard.' }] };
  const { isEdited, ...words } = quote;
  const stored: Clip = { ...changed, quotes: [{ ...words, translation: 'Tard.', isEdited }] };
  expect(undoChange(stored, { before, after: changed })?.quotes).toEqual([]);
});
