import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom } from './newsroom.ts';
import { readSheet } from './sheet.ts';

const TIMES = 50;

describe.each(BROWSERS)('what was typed in %s', (browser) => {
  it(
    `is there again when the popup closed with the last key, ${TIMES} times`,
    { timeout: 180_000 },
    async () => {
      const room = await openNewsroom(browser);
      try {
        await room.session.openTab(SAMPLE_ARTICLES.wire);
        for (let time = 0; time <= TIMES; time++) {
          const popup = await room.session.clickToolbarButton();
          await expect.poll(async () => (await readSheet(popup))['Comment'] ?? '').toBe('k'.repeat(time));
          await popup.run(typeAndClose).catch(() => undefined); // the answer is lost with the popup
          await expect.poll(() => popup.isOpen()).toBe(false);
        }
      } finally {
        await room.close();
      }
    },
  );

  it('is there again after the browser was killed a second later', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'clipsheet-drafts-'));
    try {
      const room = await openNewsroom(browser, { profile });
      await room.session.openTab(SAMPLE_ARTICLES.letter);
      const popup = await room.session.clickToolbarButton();
      await popup.type('The last words before the lights went out');
      await expect.poll(async () => (await readSheet(popup))['Comment']).toMatch(/lights went out$/u);
      await room.session.clickAway();
      await new Promise((resolve) => setTimeout(resolve, 1000)); // it is what is promised
      await room.session.kill();
      await room.close();

      const next = await openNewsroom(browser, { profile });
      try {
        await next.session.openTab(SAMPLE_ARTICLES.letter);
        const again = await next.session.clickToolbarButton();
        await expect
          .poll(async () => (await readSheet(again))['Comment'])
          .toBe('The last words before the lights went out');
      } finally {
        await next.close();
      }
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});

/** Runs in the popup: the key's event and the end of the popup in one task. */
function typeAndClose(): void {
  const comment = [...document.querySelectorAll('textarea')].at(-1);
  if (comment === undefined) throw new Error('There is no comment field');
  comment.setRangeText('k', comment.value.length, comment.value.length, 'end');
  comment.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'k' }));
  window.close();
}
