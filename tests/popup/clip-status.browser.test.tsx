import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClipStatus } from '../../popup/clip-status';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/english';
import { openFreshDatabase } from '../storage/fresh-database';
import { findClips } from '../../src/storage/clip-lookup';
import { KEY, openPopup, save } from './opened-popup';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 11, 1, 9, 26), toFake: ['Date'] }); // a Tuesday
});
afterEach(() => {
  vi.useRealTimers();
  render(null, document.body);
});

it.each([
  ['13 minutes ago', new Date(2026, 11, 1, 9, 13), /^Already clipped today at 9:13\sAM\.$/u],
  ['just after midnight', new Date(2026, 11, 1, 0, 0), /^Already clipped today at 12:00\sAM\.$/u],
  ['late on the day before', new Date(2026, 10, 30, 23, 59), /^Already clipped yesterday\.$/u],
  ['on another day of this week', new Date(2026, 10, 25, 0, 0), /^Already clipped on Wednesday\.$/u],
  ['a week ago', new Date(2026, 10, 24, 9, 13), /^Already clipped on November 24, 2026\.$/u],
])('says when an article was clipped: %s', async (_, instant, words) => {
  const database = await openFreshDatabase();
  await save(await openPopup(database), database);
  const { current } = await findClips(database, KEY);
  if (current === undefined) throw new Error('There is no clip');
  const found = { current: { ...current, clippedAt: instant.toISOString() } };
  render(
    <Translation value={translate}>
      <ClipStatus context={{ found }} onOpenClip={() => undefined} onReadAgain={() => undefined} />
    </Translation>,
    document.body,
  );
  expect(document.querySelector('.notice p')?.textContent).toMatch(words);
});
