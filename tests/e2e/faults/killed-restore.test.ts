import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putStored, readStored } from '../../../scripts/browsers/database.ts';
import type { View } from '../../../scripts/browsers/session.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

describe('what a restoring has left whose page was closed in its midst', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom('chromium');
  });
  afterAll(() => room.close());

  const readStaged = async (page: View) => (await readStored(page, 'incoming'))[0];

  it.each(['desk/index.html', 'options/index.html'])('is gone when %s is opened', async (path) => {
    const page = await room.session.openExtensionPage(path);
    await expect.poll(() => readStaged(page)).toEqual([]);
    await putStored(page, { incoming: [{ number: 0, store: 'clips', record: {} }] });
    await page.reload();
    await expect.poll(() => readStaged(page)).toEqual([]);
  });
});
