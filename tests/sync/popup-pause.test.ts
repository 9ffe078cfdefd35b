import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { POPUP_CHANNEL, PopupPause } from '../../src/sync/popup-pause';

let pause: PopupPause;
let popup: BroadcastChannel;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  pause = new PopupPause();
  popup = new BroadcastChannel(POPUP_CHANNEL);
});
afterEach(() => {
  pause.end();
  popup.close();
  vi.useRealTimers();
});

async function openPopup(): Promise<void> {
  const heard = new Promise((resolve) => {
    const other = new BroadcastChannel(POPUP_CHANNEL);
    other.addEventListener('message', () => {
      other.close();
      resolve(undefined);
    });
  });
  popup.postMessage(0);
  await heard;
}

async function isWaiting(): Promise<boolean> {
  let isOver = false;
  void pause.wait().then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(0);
  return !isOver;
}

it('lets a popup that opens go first, and then goes on', async () => {
  expect(await isWaiting()).toBe(false);
  await openPopup();
  expect(await isWaiting()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await isWaiting()).toBe(false);
});

it('goes on for most of the time although popups are opened again and again', async () => {
  let waiting = 0;
  for (let step = 0; step < 100; step += 1) {
    await openPopup();
    if (await isWaiting()) waiting += 1;
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(waiting).toBeGreaterThan(10);
  expect(waiting).toBeLessThan(50);
});
