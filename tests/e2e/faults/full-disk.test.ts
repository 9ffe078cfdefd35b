import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepPopupOpen } from '../kept-popup.ts';
import { waitUntilSaved } from '../../../scripts/browsers/saved-clip.ts';
import { clickOn } from '../../../scripts/browsers/controls.ts';
import { waitFor, type TabView, type View } from '../../../scripts/browsers/session.ts';
import { SmallDisk } from '../../../scripts/faults/small-disk.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClipForm, readWords } from '../clip-form.ts';
import { readClips, readIssues } from '../stored.ts';
import { fileInPopup } from '../../../scripts/browsers/clip-filing.ts';

const MEGABYTES = 200;
/** Bytes. Less than Clipsheet leaves to the browser, but more than the browser needs to run. */
const ROOM_LEFT = 20_000_000;
const TEXTS = 60;
const TOO_LITTLE = 'The disk is almost full';
const DROP = 'Delete saved texts and try again';

let disk: SmallDisk;
let room: Newsroom | undefined;

beforeEach(({ skip }) => {
  const mounted = SmallDisk.mount(MEGABYTES);
  if (mounted === undefined) return skip('no file system may be mounted here: there is no disk to fill');
  disk = mounted;
});
afterEach(async () => {
  await room?.close();
  room = undefined;
  disk.unmount();
});

const open = () =>
  openNewsroom('chromium', {
    profile: join(disk.folder, 'profile'),
    // Chromium maps the file of its statistics into memory, and a disk without space for that file crashes the browser.
    chromiumArguments: ['--disable-features=PersistentHistograms', '--disable-breakpad'],
  });

async function save(popup: View, comment: string): Promise<void> {
  await waitFor('the headline', async () => (await readClipForm(popup))['Headline']);
  await popup.type(comment);
  await popup.press('Control+Enter');
}

/** A disk with a saved clip and the texts of many pages, which other data has filled. */
async function fillDisk({ session }: Newsroom): Promise<TabView> {
  await keepPopupOpen(session);
  await session.openTab(SAMPLE_ARTICLES.daily);
  const popup = await session.clickToolbarButton();
  await waitFor('the headline', async () => (await readClipForm(popup))['Headline']);
  await fileInPopup(popup, { comment: 'Saved in time', section: 'Transport' });
  const desk = await session.openExtensionPage('desk/index.html');
  await expect.poll(() => readText(desk)).toContain('Saved in time');
  await desk.run(layTexts, TEXTS);
  disk.fill(ROOM_LEFT);
  return desk;
}

const readText = (view: View) => view.run(() => document.body.innerText);

it('leaves a draft, the clips and the export as they are, and takes the clip when the texts of pages are dropped', async () => {
  room = await open();
  const desk = await fillDisk(room);
  const article = await room.session.openTab(SAMPLE_ARTICLES.wire);
  let popup = await room.session.clickToolbarButton();
  await save(popup, 'Too late');
  await expect.poll(() => readWords(popup)).toContain(TOO_LITTLE);
  await expect.poll(() => readWords(popup)).toMatch(/the saved texts of 6\d pages \(about [\d.]+ MB\)/u);
  await popup.close();

  await desk.bringToFront();
  expect((await readClips(desk)).map(({ comment }) => comment)).toStrictEqual(['Saved in time']);
  await clickOn(desk, 'Copy Markdown');
  await expect.poll(() => readText(desk)).toContain('Markdown copied.');
  expect(await desk.readClipboard('text/plain')).toContain('Saved in time');

  await article.bringToFront();
  popup = await room.session.clickToolbarButton();
  await expect.poll(async () => (await readClipForm(popup))['Comment']).toBe('Too late');
  await popup.press('Control+Enter');
  await expect.poll(() => readWords(popup)).toContain('pages');
  await popup.run(clickButton, DROP);
  await waitUntilSaved(popup);
  await room.close();

  room = await open();
  const reopened = await room.session.openExtensionPage('desk/index.html');
  await expect
    .poll(async () => (await readClips(reopened)).map(({ comment }) => comment))
    .toStrictEqual(['Saved in time', 'Too late']);
}, 120_000);

it('loses nothing when another program has filled the disk to the last byte, and the browser is started anew', async () => {
  room = await open();
  let desk = await fillDisk(room);
  const fillAndWrite = () => {
    disk.fill(0); // the browser may use or free space meanwhile
    return desk.run(write, 'x'.repeat(5000));
  };
  await expect.poll(fillAndWrite).toBe('failed');
  disk.empty();

  const article = await room.session.openTab(SAMPLE_ARTICLES.wire);
  const popup = await room.session.clickToolbarButton();
  for (let turn = 1; turn <= 9; turn += 1) {
    await save(popup, ` When there was room again: ${turn}`);
    await waitUntilSaved(popup);
  }
  await popup.close();
  await article.close();
  for (const start of [1, 2]) {
    await room.close();
    room = await open();
    desk = await room.session.openExtensionPage('desk/index.html');
    await bringBack(desk);
    await expect
      .poll(async () => (await readClips(desk)).map(({ comment }) => comment?.slice(-28)), {
        message: `at start ${start}`,
      })
      .toStrictEqual(['Saved in time', 'When there was room again: 9']);
  }
}, 120_000);

/** If the database is torn, the desk offers what the browser has lost. */
async function bringBack(desk: TabView): Promise<void> {
  const offer = 'Bring it back';
  const isOffered = await waitFor('an offer', async () => (await readText(desk)).includes(offer), 3000).catch(
    () => false,
  );
  if (isOffered) await clickOn(desk, offer);
}

it('keeps at the desk what was typed, and saves it when the texts of pages are dropped', async () => {
  room = await open();
  const desk = await fillDisk(room);
  await desk.bringToFront();
  await clickOn(desk, 'Title of the issue');
  await desk.type('W');
  // this write shows the desk how little space is left
  await expect.poll(async () => (await readIssues(desk))[0]?.title).toBe('W');
  await desk.type('ritten on a full disk');
  await expect.poll(() => readText(desk)).toContain(TOO_LITTLE);
  expect(await readText(desk)).toContain('Not saved');
  await clickOn(desk, DROP);
  await expect
    .poll(() => readText(desk))
    .toContain('The saved texts were deleted, and everything is saved now.');
  await desk.reload();
  await expect.poll(() => readText(desk)).toContain('Written on a full disk');
}, 120_000);

/** Runs in a page of the extension. Stores texts that cannot be compressed, 600 kB each. */
async function layTexts(count: number): Promise<void> {
  const opening = indexedDB.open('clipsheet');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  for (let text = 0; text < count; text += 1) {
    const markdown = new Uint8Array(600_000);
    for (let part = 0; part < markdown.length; part += 60_000)
      crypto.getRandomValues(markdown.subarray(part, part + 60_000));
    const transaction = database.transaction('snapshots', 'readwrite');
    transaction.objectStore('snapshots').put({ clipId: `other${text}`, markdown, savedAt: '' });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  }
  database.close();
}

/** Runs in a page of the extension. Writes a record like a page that has not checked the free space. */
async function write(text: string): Promise<'written' | 'failed'> {
  const opening = indexedDB.open('clipsheet');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction('failures', 'readwrite', { durability: 'strict' });
  transaction.objectStore('failures').put({ id: 'any', at: '', text });
  const outcome = await new Promise<'written' | 'failed'>((resolve) => {
    transaction.oncomplete = () => resolve('written');
    transaction.onabort = () => resolve('failed');
  });
  database.close();
  return outcome;
}

/** Runs in the popup. */
function clickButton(label: string): void {
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();
}
