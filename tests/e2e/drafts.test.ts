import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TabView, View } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm } from './clip-form.ts';

describe.each(BROWSERS)('what is typed into the popup of %s', (browser) => {
  let room: Newsroom;
  let article: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  async function openOn(address: string): Promise<View> {
    article = await room.session.openTab(address);
    return room.session.clickToolbarButton();
  }

  async function expectComment(comment: string): Promise<void> {
    await article.bringToFront();
    const popup = await room.session.clickToolbarButton();
    await expect.poll(async () => (await readClipForm(popup))['Comment']).toBe(comment);
    await popup.close();
  }

  it('is there when the last key and the close fall into one task, 50 times', async () => {
    let popup = await openOn(SAMPLE_ARTICLES.daily);
    let typed = '';
    for (let time = 0; time < 50; time++) {
      const key = String.fromCharCode(97 + (time % 26));
      await typeAndClose(popup, key);
      typed += key;
      popup = await room.session.clickToolbarButton();
      await expect.poll(() => popup.run(readFocused)).toBe(typed);
    }
    await popup.close();
  }, 180_000);

  it('is there when it is closed before anything could be read', async () => {
    let popup = await openOn(SAMPLE_ARTICLES.wire);
    for (const key of 'at once') {
      await typeAndClose(popup, key);
      popup = await room.session.clickToolbarButton();
    }
    await expect.poll(() => popup.run(readFocused)).toBe('at once');
    await popup.close();
  });

  it('is there after Escape', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const popup = await openOn(SAMPLE_ARTICLES.chinese);
    await popup.type('Escaped');
    await popup.press('Escape');
    await expect.poll(() => popup.isOpen()).toBe(false);
    await expectComment('Escaped');
  });

  it('is there after a click into the page', async () => {
    const popup = await openOn(SAMPLE_ARTICLES.letter);
    await popup.type('Clicked away');
    await room.session.clickAway();
    await expect.poll(() => popup.isOpen()).toBe(false);
    await expectComment('Clicked away');
  });

  it('is there after another tab was opened, for its own page alone', async () => {
    const popup = await openOn(SAMPLE_ARTICLES.russian);
    await popup.type('Другая вкладка');
    const other = await room.session.openTab(SAMPLE_ARTICLES.ministry);
    await popup.close();
    const overOther = await room.session.clickToolbarButton();
    await expect.poll(async () => (await readClipForm(overOther))['Headline']).toBeTruthy();
    expect((await readClipForm(overOther))['Comment']).toBeUndefined();
    await overOther.close();
    await other.close();
    await expectComment('Другая вкладка');
  });
});

describe.each(BROWSERS)('when %s is killed', (browser) => {
  it('what was typed a second before is there', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'clipsheet-killed-'));
    const killed = await openNewsroom(browser, { profile });
    await killed.session.openTab(SAMPLE_ARTICLES.daily);
    await (await killed.session.clickToolbarButton()).type('Typed in time');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await killed.session.kill();
    await killed.close();

    const room = await openNewsroom(browser, { profile });
    await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(async () => (await readClipForm(popup))['Comment']).toBe('Typed in time');
    await room.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
});

/** The comment, which has the focus as soon as the popup is there. */
function readFocused(): string | undefined {
  return (document.activeElement as Partial<HTMLTextAreaElement> | null)?.value;
}

/** Types a key and closes the popup in one task. The document may be gone before it can answer. */
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
