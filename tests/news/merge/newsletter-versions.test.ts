import { expect, it } from 'vitest';
import { newAuthor } from '../../../src/news/edits/author';
import {
  recordNewsletterEdit,
  tidyNewsletter,
  uniteNewsletters,
} from '../../../src/news/merge/newsletter-versions';
import { FIRST_NEWSLETTER, type Newsletter } from '../../../src/news/newsletter';

const first: Newsletter = { id: FIRST_NEWSLETTER };
const choose = (before: Newsletter, currentIssueId: string, author: string) =>
  recordNewsletterEdit(before, { ...before, currentIssueId }, newAuthor(author));

it('names one current draft when two machines have chosen two, the same on both', () => {
  const here = choose(first, 'tariffs', 'here');
  const there = choose(first, 'elections', 'there');
  const united = uniteNewsletters(here, there);
  expect(uniteNewsletters(there, here)).toStrictEqual(united);
  expect(['tariffs', 'elections']).toContain(united.currentIssueId);
  expect(tidyNewsletter(united)).toStrictEqual(united);
});

it('keeps the later of two choices of which one saw the other', () => {
  const here = choose(first, 'tariffs', 'here');
  const there = choose(here, 'elections', 'there');
  expect(uniteNewsletters(here, there).currentIssueId).toBe('elections');
  expect(uniteNewsletters(there, here).currentIssueId).toBe('elections');
});

it('takes the choice of a machine where the other has made none', () => {
  const there = choose(first, 'elections', 'there');
  expect(uniteNewsletters(first, there)).toStrictEqual(there);
  expect(uniteNewsletters(there, first)).toStrictEqual(there);
});
