import { createHash } from 'node:crypto';
import { waitFor, type TabView } from '../../../scripts/browsers/session.ts';
import { clickOn } from '../../../scripts/browsers/controls.ts';

declare global {
  /** The last file that the page has given to the browser as a download. */
  var savedBackup: Blob | undefined;
}

/** Saves a backup on the options page. Returns the bytes of the file, which is not written to the disk. */
export async function saveBackup(options: TabView): Promise<number[]> {
  await options.run(() => {
    const toAddress = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => toAddress((globalThis.savedBackup = file));
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await clickOn(options, 'Save a backup');
  await waitFor('the backup', () => options.run(() => globalThis.savedBackup !== undefined), 30_000);
  return options.run(async () => [...new Uint8Array((await globalThis.savedBackup?.arrayBuffer()) ?? [])]);
}

/** Chooses a file with these bytes on the options page, and waits until it has been checked. */
export async function chooseBackup(options: TabView, bytes: readonly number[]): Promise<void> {
  const field = '#backup input[type=file]';
  await waitFor('the field', () => options.run((it) => document.querySelector(it) !== null, field));
  await options.run(
    (it, content) => {
      const input = document.querySelector<HTMLInputElement>(it);
      if (input === null) return;
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(content)], 'other-machine.jsonl'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    field,
    bytes,
  );
  await waitFor(
    'the check',
    () => options.run(() => document.querySelector('.backup-preview') !== null),
    30_000,
  );
}

/** A file that another program could have made, with a correct checksum. */
export function printBackup(records: readonly object[]): string {
  const header = { format: 'clipsheet-backup', version: 3, createdAt: '2026-11-24T09:00:00.000Z' };
  const body = [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes);
  const pieces = Buffer.from(body);
  const digests = Array.from({ length: Math.ceil(pieces.length / 2 ** 20) }, (_, at) =>
    sha256(pieces.subarray(at * 2 ** 20, (at + 1) * 2 ** 20)).digest(),
  );
  return `${body}{"sha256":"${sha256(Buffer.concat(digests)).digest('hex')}"}\n`;
}
