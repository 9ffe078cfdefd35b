import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTwoDesksAndPopup, byRightClick, byToolbar } from '../../scripts/faults/analyst.ts';
import { runFaults, runRoutes } from '../../scripts/faults/fault-run.ts';
import { allowReloading, INTERRUPTIONS, reloadExtension } from '../../scripts/faults/interruptions.ts';
import { randomNumbers } from '../../scripts/faults/random.ts';
import { waitFor } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';
import { readSheet, readWords } from './sheet.ts';
import { readClips, readIssues } from './stored.ts';

it('has all that was said to be saved after a dozen kills of the browser', { timeout: 300_000 }, async () => {
  const findings: string[] = [];
  const count = await runFaults({ kills: 12, seed: 12, report: (line) => findings.push(line) });
  expect(findings.filter((line) => line.startsWith('After'))).toStrictEqual([]);
  expect(count).toMatchObject({ kills: 12, lost: 0, halfWritten: 0, unopened: 0 });
  expect(count.acknowledged).toBeGreaterThan(5);
});

describe('nothing is lost or half-written when', () => {
  it.each([
    ['the worker is stopped in mid-save', 'workerStopped'],
    ['the tab is closed in mid-capture', 'tabClosed'],
  ] as const)('%s, and the next clip is saved', { timeout: 120_000 }, async (_, kind) => {
    const findings: string[] = [];
    const random = randomNumbers(12);
    const interrupted = Array.from({ length: 6 }, () => INTERRUPTIONS[kind](random));
    const count = await runRoutes([...interrupted, byRightClick], (line) => findings.push(line));
    expect(findings).toStrictEqual([]);
    expect(count).toMatchObject({ lost: 0, halfWritten: 0, unopened: 0 });
    expect(count.acknowledged).toBeGreaterThan(0);
  });

  it('two desks and a popup write to one clip', { timeout: 120_000 }, async () => {
    const findings: string[] = [];
    const count = await runRoutes([byToolbar, atTwoDesksAndPopup, atTwoDesksAndPopup], (line) =>
      findings.push(line),
    );
    expect(findings).toStrictEqual([]);
    expect(count).toMatchObject({ acknowledged: 7, lost: 0, halfWritten: 0, unopened: 0 });
  });
});

describe('an update while popup and desk are open', () => {
  let profile: string;
  let room: Newsroom;
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'clipsheet-updated-'));
    await allowReloading(profile);
    room = await openNewsroom('chromium', { profile });
  });
  afterAll(async () => {
    await room.close();
    await rm(profile, { recursive: true, force: true });
  });

  it('keeps what was typed into both, and what was saved', { timeout: 120_000 }, async () => {
    const { session } = room;
    const desk = await session.openExtensionPage('desk/index.html');
    const title = '.issue-title textarea';
    await waitFor('the desk', () => desk.run((sought) => document.querySelector(sought) !== null, title));
    await desk.click(title);
    await desk.type('Typed at the desk');
    await waitFor('“Saved” at the desk', () =>
      desk.run(() => document.querySelector('.saved-state')?.textContent === 'Saved'),
    );
    const article = await session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await session.clickToolbarButton();
    await popup.type('Typed into the popup');
    await reloadExtension(session);
    expect([await popup.isOpen(), await desk.isOpen()]).toStrictEqual([false, false]);
    // A click that comes before the extension is back opens nothing.
    const click = async () => {
      await article.bringToFront();
      return session.clickToolbarButton().catch(() => undefined);
    };
    const again = await waitFor('Clipsheet', click, 60_000);
    await expect.poll(async () => (await readSheet(again))['Comment']).toBe('Typed into the popup');
    await again.press('Control+Enter');
    await expect.poll(() => readWords(again)).toContain('Saved');
    expect(await readClips(again)).toMatchObject([{ comment: 'Typed into the popup' }]);
    expect(await readIssues(again)).toMatchObject([{ title: 'Typed at the desk' }]);
    await again.close();
  });
});
