import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import type { View } from '../../scripts/browsers/session.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';

describe.each(BROWSERS)('a draft in the popup of %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  it('has every character when the last key and the close fall into one task, 50 times', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.daily);
    let typed = '';
    for (let time = 0; time < 50; time++) {
      const popup = await room.session.clickToolbarButton();
      await expect.poll(() => popup.run(readComment)).toBe(typed);
      const key = String.fromCharCode(97 + (time % 26));
      await typeAndClose(popup, key);
      typed += key;
    }
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => popup.run(readComment)).toBe(typed);
  }, 180_000);
});

/** Once the page has been read, which takes less time than a person needs for a key. */
function readComment(): string {
  const [headline] = document.querySelectorAll('textarea');
  const focused = document.activeElement;
  if (!headline?.value || !(focused instanceof HTMLTextAreaElement)) return 'The popup is not ready';
  return focused.value;
}

/** The document may be gone before it can answer. */
async function typeAndClose(popup: View, key: string): Promise<void> {
  await popup
    .run((text) => {
      const comment = document.activeElement as HTMLTextAreaElement;
      comment.setRangeText(text, comment.value.length, comment.value.length, 'end');
      comment.dispatchEvent(new InputEvent('input', { bubbles: true }));
      close();
    }, key)
    .catch(() => undefined);
  await expect.poll(() => popup.isOpen()).toBe(false);
}
