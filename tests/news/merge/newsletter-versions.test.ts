import { describe, expect, it } from 'vitest';
import { newAuthor } from '../../../src/news/edits/author';
import {
  recordNewsletterEdit,
  tidyNewsletter,
  mergeNewsletterVersions,
} from '../../../src/news/merge/newsletter-versions';
import { REPORT } from '../../../src/news/house-style';
import type { Newsletter } from '../../../src/news/merge/newsletter-record';
import { FIRST_NEWSLETTER } from '../../../src/news/newsletter';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/news/preferences';

const first: Newsletter = { id: FIRST_NEWSLETTER };
const choose = (before: Newsletter, currentIssueId: string, author: string) =>
  recordNewsletterEdit(before, { ...before, currentIssueId }, newAuthor(author));

it('names one current draft when two machines have chosen two, the same on both', () => {
  const here = choose(first, 'tariffs', 'here');
  const there = choose(first, 'elections', 'there');
  const merged = mergeNewsletterVersions(here, there);
  expect(mergeNewsletterVersions(there, here)).toStrictEqual(merged);
  expect(['tariffs', 'elections']).toContain(merged.currentIssueId);
  expect(tidyNewsletter(merged)).toStrictEqual(merged);
});

it('keeps the later of two choices of which one saw the other', () => {
  const here = choose(first, 'tariffs', 'here');
  const there = choose(here, 'elections', 'there');
  expect(mergeNewsletterVersions(here, there).currentIssueId).toBe('elections');
  expect(mergeNewsletterVersions(there, here).currentIssueId).toBe('elections');
});

it('takes the choice of a machine where the other has made none', () => {
  const there = choose(first, 'elections', 'there');
  expect(mergeNewsletterVersions(first, there)).toStrictEqual(there);
  expect(mergeNewsletterVersions(there, first)).toStrictEqual(there);
});

describe('the settings of a further newsletter', () => {
  const made: Newsletter = {
    id: 'newsletter-markets',
    settings: { ...DEFAULT_PREFERENCES, title: 'Markets' },
  };
  const change = (before: Newsletter, settings: Partial<Preferences>, author: string) =>
    recordNewsletterEdit(
      before,
      { ...before, settings: { ...DEFAULT_PREFERENCES, ...before.settings, ...settings } },
      newAuthor(author),
    );

  it('are merged one by one, alike on both machines', () => {
    const here = change(made, { title: 'Markets weekly', standingSections: ['Bonds'] }, 'here');
    const there = change(made, { houseStyle: { ...REPORT, numbering: 'none' } }, 'there');
    const merged = mergeNewsletterVersions(here, there);
    expect(merged.settings).toStrictEqual({
      ...DEFAULT_PREFERENCES,
      title: 'Markets weekly',
      standingSections: ['Bonds'],
      houseStyle: { ...REPORT, numbering: 'none' },
    });
    expect(mergeNewsletterVersions(there, here)).toStrictEqual(merged);
    expect(tidyNewsletter(merged)).toStrictEqual(merged);
    expect(mergeNewsletterVersions(merged, here)).toStrictEqual(merged);
  });

  it('stay when one machine removes it while the other writes in them', () => {
    const here = recordNewsletterEdit(made, { ...made, isRemoved: true }, newAuthor('here'));
    const there = change(made, { title: 'Bonds' }, 'there');
    expect(mergeNewsletterVersions(here, there)).toMatchObject({
      isRemoved: true,
      settings: { title: 'Bonds' },
    });
  });
});
