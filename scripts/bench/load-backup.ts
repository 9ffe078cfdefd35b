import type { CDPSession } from 'puppeteer-core';
import type { ChromiumSession } from '../browsers/chromium.ts';
import { waitFor } from '../browsers/session.ts';

/** Milliseconds, and the highest memory use in MB. */
export interface BackupFigures {
  backup: number[];
  check: number[];
  restore: number[];
  backupMemory: number[];
  restoreMemory: number[];
}

const LIMIT = 600_000;
const SAMPLE = 100;

declare global {
  /** The last file that the page has given to the browser as a download. */
  var clipsheetFile: Blob | undefined;
}

/** Writes a backup and restores it in place of everything, as a user does in the options. */
export async function measureBackup(session: ChromiumSession): Promise<BackupFigures> {
  const tab = await session.openExtensionPage('options/index.html#backup');
  await waitFor('the options', () => tab.run(() => document.querySelector('#backup button') !== null));
  await tab.run(keepDownload);
  const protocol = await tab.page.createCDPSession();
  const shows = (selector: string) =>
    waitFor(selector, () => tab.run((it) => document.querySelector(it) !== null, selector), LIMIT);

  const backup = await watched(protocol, async () => {
    await tab.run(press, '#backup .button-primary');
    await shows('#backup .notice-success');
  });
  const check = await watched(protocol, async () => {
    await tab.run(choose);
    await shows('.backup-preview');
  });
  const restore = await watched(protocol, async () => {
    await tab.run(press, '.restore-ways label:last-of-type input');
    await tab.run(press, '.backup-preview .button-danger');
    await waitFor('the end', () => tab.run(() => document.querySelector('.backup-preview') === null), LIMIT);
    await shows('#backup .act:last-of-type .notice-success');
  });
  await tab.close();
  return {
    backup: [backup.time],
    check: [check.time],
    restore: [restore.time],
    backupMemory: [backup.memory],
    restoreMemory: [Math.max(check.memory, restore.memory)],
  };
}

async function watched(
  protocol: CDPSession,
  act: () => Promise<unknown>,
): Promise<{ time: number; memory: number }> {
  await protocol.send('HeapProfiler.collectGarbage');
  let memory = 0;
  const sampling = setInterval(
    () => void usedMemory(protocol).then((now) => (memory = Math.max(memory, now))),
    SAMPLE,
  );
  const start = performance.now();
  await act();
  const time = performance.now() - start;
  clearInterval(sampling);
  return { time, memory };
}

/** The memory of scripts, including strings and buffers outside the heap, in MB. */
async function usedMemory(protocol: CDPSession): Promise<number> {
  const usage = await protocol.send('Runtime.getHeapUsage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = usage;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 2 ** 20;
}

/** Runs in the options: keeps the downloaded file and does not save it. */
export function keepDownload(): void {
  const toAddress = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => toAddress((globalThis.clipsheetFile = file));
  HTMLAnchorElement.prototype.click = () => undefined;
}

/** Runs in the options: chooses the file that was downloaded. */
export function choose(): void {
  const field = document.querySelector<HTMLInputElement>('#backup input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([globalThis.clipsheetFile ?? ''], 'backup.jsonl'));
  if (field === null) throw new Error('There is no field for a file');
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function press(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`There is no ${selector}`);
  element.click();
}
