import { describe, expect, it } from 'vitest';
import type { Clip } from '../../src/news/clip';
import { newAuthor } from '../../src/news/edits/author';
import { isContainedIn } from '../../src/news/edits/version-contents';
import { recordClipEdit, mergeClipVersions } from '../../src/news/merge/clip-versions';
import { contentsOfClip } from '../../src/news/merge/record-contents';

const first: Clip = {
  id: 'clip',
  issueId: 'issue',
  rank: 'a0',
  headline: 'Talks go on',
  showDate: true,
  showLanguage: false,
  quotes: [{ id: 'quote', markdown: 'They will go on.' }],
  clippedAt: '2023-02-20T09:00:00.000Z',
  changedAt: '2023-02-20T09:00:00.000Z',
  revision: 1,
};
const [mine, theirs] = [newAuthor('mine'), newAuthor('theirs')];
const edit = (clip: Clip, fields: Partial<Clip>, author = mine) =>
  recordClipEdit(clip, { ...clip, ...fields }, author);
const isPartOf = (one: Clip, other: Clip) => isContainedIn(contentsOfClip(one), contentsOfClip(other));

const deleted = edit(edit(first, { comment: 'More' }), {
  comment: 'Much more',
  binnedAt: '2023-02-21T09:00:00.000Z',
});

describe('a version of a clip contains', () => {
  it('itself, and all that led to it', () => {
    for (const earlier of [first, edit(first, { comment: 'More' }), deleted])
      expect(isPartOf(earlier, deleted)).toBe(true);
  });

  it('one that was only moved, or put in the bin at another time', () => {
    expect(isPartOf(edit(first, { sectionId: 'trade' }, theirs), deleted)).toBe(true);
    expect(isPartOf(edit(first, { binnedAt: '2023-02-22T09:00:00.000Z' }, theirs), deleted)).toBe(true);
  });

  it.each<[string, Partial<Clip>]>([
    ['a comment that somebody has written first', { comment: 'Mine' }],
    ['an edited headline', { headline: 'Talks go nowhere' }],
    ['a quote', { quotes: [...first.quotes, { id: 'other', markdown: 'Another one.' }] }],
    ['words in a quote', { quotes: [{ id: 'quote', markdown: 'They will surely go on.' }] }],
    ['a day', { publishedOn: '2023-02-19' }],
  ])('not one with %s of its own', (_, fields) => {
    expect(isPartOf(edit(first, fields, theirs), deleted)).toBe(false);
    expect(isPartOf(mergeClipVersions(deleted, edit(first, fields, theirs)), deleted)).toBe(false);
  });
});
