import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { clipSchema, type Clip } from '../../../src/news/clip';
import { newAuthor } from '../../../src/news/edits/author';
import {
  recordClipEdit,
  otherDays,
  tidyClip,
  mergeClipVersions,
} from '../../../src/news/merge/clip-versions';

const first: Clip = {
  id: 'clip',
  issueId: 'issue',
  rank: 'a0',
  headline: 'Talks go on in Geneva',
  comment: 'They meet again. Nobody expects much.',
  quotes: [{ id: 'one', markdown: 'We will talk.' }],
  showDate: true,
  showLanguage: false,
  clippedAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
};

const [ours, theirs] = [newAuthor('ours'), newAuthor('theirs')];

/** Checks that merging in either direction gives the same result. */
function merge(one: Clip, other: Clip): Clip {
  const merged = mergeClipVersions(one, other);
  expect(mergeClipVersions(other, one)).toStrictEqual(merged);
  return merged;
}

describe('two versions of one clip', () => {
  it.each<[what: string, ours: Partial<Clip>, theirs: Partial<Clip>, merged: Partial<Clip>]>([
    [
      'words in one sentence',
      { headline: 'New talks go on in Geneva' },
      { headline: 'Talks go on in Geneva, again' },
      { headline: 'New talks go on in Geneva, again' },
    ],
    [
      'a word that one has deleted',
      { comment: 'They meet again. Nobody expects.' },
      { comment: 'In May they meet again. Nobody expects much.' },
      { comment: 'In May they meet again. Nobody expects.' },
    ],
    [
      'related headlines, which only one of them has',
      { relatedHeadlines: ['Ours'] },
      { sourceCredit: 'Reuters' },
      { relatedHeadlines: ['Ours'], sourceCredit: 'Reuters' },
    ],
    [
      'an archive link, and that the link is dead',
      { archiveAddress: 'https://b.example/' },
      { isLinkDead: true },
      { archiveAddress: 'https://b.example/', isLinkDead: true },
    ],
    [
      'a quote that one has removed and the other changed',
      { quotes: [] },
      { quotes: [{ id: 'one', markdown: 'We will talk soon.' }] },
      { quotes: [{ id: 'one', markdown: 'We will talk soon.' }] },
    ],
    ['a quote that one has removed', { quotes: [] }, { comment: 'Other words.' }, { quotes: [] }],
  ])('keep %s', (_, one, other, merged) => {
    const versions = [
      recordClipEdit(first, { ...first, ...one }, ours),
      recordClipEdit(first, { ...first, ...other }, theirs),
    ] as const;
    expect(merge(...versions)).toMatchObject(merged);
  });

  it('keep both texts if each side has replaced it by a new one', () => {
    const merged = merge(
      recordClipEdit(first, { ...first, headline: 'Ministers fail' }, ours),
      recordClipEdit(first, { ...first, headline: 'No deal yet' }, theirs),
    );
    expect(merged.headline?.split(' / ').sort()).toStrictEqual(['Ministers fail', 'No deal yet']);
  });

  it('show one of two days, and keep the other', () => {
    const merged = merge(
      recordClipEdit(first, { ...first, publishedOn: '2026-01-02' }, ours),
      recordClipEdit(first, { ...first, publishedOn: '2026-01-03' }, theirs),
    );
    expect([merged.publishedOn, ...otherDays(merged)].sort()).toStrictEqual(['2026-01-02', '2026-01-03']);
  });
});

it('contains common words once if two versions are from before edits were recorded, and the other words of both', () => {
  const merged = merge(
    { ...first, comment: 'They meet again, in May. Nobody expects much.' },
    { ...first, comment: 'They meet again. Nobody expects much of it.' },
  );
  expect(merged.comment).toBe('They meet again, in May. Nobody expects much of it.');
});

it('drops the history of a field that is edited endlessly, and still merges it', () => {
  let clip = first;
  for (let edit = 0; edit < 1_500; edit += 1)
    clip = recordClipEdit(
      clip,
      { ...clip, comment: `w${edit} ${clip.comment?.split(' ').slice(0, 3).join(' ')} x${edit}` },
      ours,
    );
  const runs = JSON.stringify(clip.edits?.['comment']).length;
  expect(runs).toBeLessThan(100_000);
  expect(merge(clip, first).comment).toContain('w1499');
});

it('reads a clip whose file somebody has edited as one more edit, the same each time', () => {
  const edited = recordClipEdit(first, { ...first, comment: 'They meet.' }, ours);
  const changed = { ...edited, comment: 'They do not meet.' };
  const read = tidyClip(changed);
  expect(read.comment).toBe('They do not meet.');
  expect(tidyClip(changed)).toStrictEqual(read);
  expect(tidyClip(read)).toStrictEqual(read);
});

it('rejects a clip whose edits declare in a few bytes more deleted words than memory can hold', () => {
  const runs = Array.from({ length: 5_000 }, (_, place) => ({
    by: `a${place}`,
    at: 1,
    after: '',
    gone: 1_000_000,
  }));
  const forged = { ...first, edits: { comment: { roots: [{ id: 'x', runs }] } } };
  expect(v.is(clipSchema, forged)).toBe(false);
  expect(
    v.is(clipSchema, { ...first, edits: { comment: { roots: [{ id: 'x', runs: runs.slice(0, 2) }] } } }),
  ).toBe(true);
});

describe('a quote of more than 40,000 words', () => {
  const quoteOf = (markdown: string) => ({ ...first, quotes: [{ id: 'one', markdown }] });
  const words = 'We will talk. '.repeat(8_000);

  it('keeps no history of its words, which would take long to write and to merge', () => {
    const edited = recordClipEdit(quoteOf(words), quoteOf(`${words}Soon.`), ours);
    const again = recordClipEdit(edited, quoteOf(`${words}Very soon.`), ours);
    for (const { edits } of [edited, again]) expect(JSON.stringify(edits ?? {}).length).toBeLessThan(1_000);
  });

  it('has the new words of both machines after they have met', () => {
    const [one, other] = [
      recordClipEdit(quoteOf(words), quoteOf(`Ours. ${words}`), ours),
      recordClipEdit(quoteOf(words), quoteOf(`${words}Theirs.`), theirs),
    ];
    const markdown = merge(one, other).quotes[0]?.markdown ?? '';
    expect(markdown.startsWith('Ours. We')).toBe(true);
    expect(markdown.endsWith('talk. Theirs.')).toBe(true);
    expect(markdown.length).toBeLessThan(words.length + 50);
  });

  it('has the new words of both machines, however many there are', () => {
    const many = 'word '.repeat(150_000);
    const [one, other] = [
      recordClipEdit(quoteOf(many), quoteOf(`Ours ${many}`), ours),
      recordClipEdit(quoteOf(many), quoteOf(`${many}theirs`), theirs),
    ];
    expect(merge(one, other).quotes[0]?.markdown === `Ours ${many}theirs`).toBe(true);
  });
});
