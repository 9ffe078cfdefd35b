import { expect, test } from 'vitest';
import { trimHeadline } from '../../../src/reading/fields/headline-trim';
import { additionsToTitle } from '../../../src/reading/fields/title-additions';

const OUTLET = new Set(['daily', 'politics']);

test.each([
  ['Harbour reopens | Daily', 'Harbour reopens'],
  ['Harbour reopens – Politics – Daily', 'Harbour reopens'],
  ['Harbour reopens  |  Section  |  Daily', 'Harbour reopens'],
  ['Harbour | reopens – after a long strike', 'Harbour | reopens – after a long strike'],
  ['Daily: Harbour reopens', 'Daily: Harbour reopens'],
  ['Daily | Harbour reopens', 'Harbour reopens'],
  ['海港重新开放_新闻_Daily', '海港重新开放'],
  ['海港重新开放-新闻|Daily', '海港重新开放'],
  ['Harbour reopens  [VIDEO]', 'Harbour reopens'],
  ['Harbour -- Daily', 'Harbour'],
])('the headline of the title “%s” is “%s”', (title, headline) => {
  expect(trimHeadline(title, OUTLET)).toBe(headline);
});

test.each([
  ['Harbour reopens | Politics | Daily', ['Daily', 'Politics']],
  ['Harbour reopens - Daily', ['Daily']],
  ['Harbour reopens -Daily', ['Daily']],
  ['Daily -- Harbour reopens', ['Daily']],
  ['Harbour reopens :: Daily-News » Home', ['Home', 'Daily-News']],
])('the title “%s” adds %j to its headline', (title, additions) => {
  expect(additionsToTitle(title, 'Harbour reopens')).toEqual(additions);
});
