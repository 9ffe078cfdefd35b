import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeOnceSeen } from '../../popup/closing';
import type { Clipping } from '../../popup/clipping';
import { changePreferences } from '../../src/storage/stored-preferences';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { openPopup, save } from './opened-popup';

/** Longer than “Saved” is shown before the popup closes. */
const LATER = 3000;

const close = vi.fn();

beforeEach(() => {
  close.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function saveIn(database: Database): Promise<Clipping> {
  const clipping = await openPopup(database);
  await save(clipping, database);
  vi.useFakeTimers();
  closeOnceSeen(clipping, close);
  return clipping;
}

it('closes once “Saved” was seen, and not before', async () => {
  await saveIn(await openFreshDatabase());
  vi.advanceTimersByTime(1000);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(LATER);
  expect(close).toHaveBeenCalledOnce();
});

it('stays open where the options say so', async () => {
  const database = await openFreshDatabase();
  await changePreferences(database, (all) => ({ ...all, keepsPopupOpen: true }));
  await saveIn(database);
  vi.advanceTimersByTime(LATER);
  expect(close).not.toHaveBeenCalled();
});

it('stays open where somebody goes on in it, though a held Ctrl is no sign of that', async () => {
  await saveIn(await openFreshDatabase());
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Control' }));
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  vi.advanceTimersByTime(LATER);
  expect(close).not.toHaveBeenCalled();
});

it('stays open with what was typed since, and with a save that failed', async () => {
  const database = await openFreshDatabase();
  const typed = await saveIn(database);
  typed.write('comment', 'One more word');
  vi.advanceTimersByTime(LATER);
  const failed = await openPopup(database);
  failed.set({ message: { kind: 'failed', words: 'errorUnexpected' } });
  closeOnceSeen(failed, close);
  vi.advanceTimersByTime(LATER);
  expect(close).not.toHaveBeenCalled();
});

it('stays open as long as its message with Undo has the focus or the mouse', async () => {
  const message = document.body.appendChild(document.createElement('div'));
  message.className = 'popup-message';
  const undo = message.appendChild(document.createElement('button'));
  await saveIn(await openFreshDatabase());
  undo.focus();
  vi.advanceTimersByTime(LATER);
  expect(close).not.toHaveBeenCalled();
  undo.blur();
  vi.advanceTimersByTime(LATER);
  expect(close).toHaveBeenCalledOnce();
});
