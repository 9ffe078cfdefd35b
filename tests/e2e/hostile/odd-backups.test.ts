import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStored } from '../../../scripts/browsers/database.ts';
import type { ChromiumSession } from '../../../scripts/browsers/chromium.ts';
import type { ChromiumView } from '../../../scripts/browsers/chromium-view.ts';
import { printBackup } from '../month/backup-file.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

const AT = '2026-11-24T09:00:00.000Z';

function clip(headline: string) {
  return {
    id: headline,
    issueId: 'issue',
    rank: 'a0',
    headline,
    quotes: [],
    showDate: true,
    showLanguage: false,
    clippedAt: AT,
    changedAt: AT,
    revision: 1,
  };
}

describe('a backup that is chosen on the options page', () => {
  let room: Newsroom<ChromiumSession>;
  let folder: string;
  beforeAll(async () => {
    room = await openNewsroom('chromium');
    folder = await mkdtemp(join(tmpdir(), 'clipsheet-'));
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true });
  });

  async function choose(name: string, text: string): Promise<ChromiumView> {
    const file = join(folder, name);
    await writeFile(file, text);
    const options = await room.session.openExtensionPage('options/index.html#backup');
    const input = await options.page.waitForSelector('input[type="file"]');
    await input?.uploadFile(file);
    return options;
  }

  async function press(options: ChromiumView, name: string) {
    const button = await options.page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await button?.click();
  }

  const textOf = (options: ChromiumView) =>
    options.run(() => document.querySelector('.backup-preview')?.textContent ?? '');

  it('gives its good clips when one line of it is broken, and names the one that is lost', async () => {
    const text = printBackup(
      ['Talks', 'Ports', 'Rates'].map((headline) => ({ store: 'clips', record: clip(headline) })),
    );
    const options = await choose(
      'broken.jsonl',
      text.replace('"headline":"Ports","quotes":[]', '"headline":"Ports","quotes":[}'),
    );
    await expect.poll(() => textOf(options)).toContain('Clip: Ports · 2026-11-24');
    expect((await readStored(options, 'clips'))[0]).toEqual([]);
    await press(options, 'Merge the readable records');
    await expect
      .poll(async () => (await readStored(options, 'clips'))[0])
      .toMatchObject([{ id: 'Rates' }, { id: 'Talks' }]);
    await options.close();
  });

  it(
    'that stands for 300 MB of text is restored, and leaves the desk able to answer',
    { timeout: 60_000 },
    async () => {
      const markdown = gzipSync(Buffer.alloc(300 * 2 ** 20, 'The talks go on. ')).toString('base64');
      const records = [
        {
          store: 'issues',
          record: {
            id: 'issue',
            sections: [],
            createdAt: '9999-12-31T23:59:59.999Z',
            changedAt: AT,
            revision: 2 ** 53,
          },
        },
        { store: 'clips', record: clip('Bomb') },
        { store: 'snapshots', record: { clipId: 'Bomb', markdown, savedAt: AT } },
      ];
      const options = await choose('bomb.jsonl', printBackup(records));
      await press(options, 'Merge');
      await expect
        .poll(async () => (await readStored(options, 'snapshots'))[0], { timeout: 20_000 })
        .toHaveLength(1);
      await options.close();
      const desk = await room.session.openExtensionPage('desk/index.html#clip=Bomb');
      await press(desk, 'Saved text of the page');
      await expect
        .poll(() => desk.run(() => document.querySelectorAll('.snapshot-text > .markdown').length), {
          timeout: 20_000,
        })
        .toBeGreaterThan(30);
      await press(desk, 'Close');
      await expect.poll(() => desk.run(() => document.querySelector('.snapshot-text') === null)).toBe(true);
      await desk.close();
    },
  );
});
