import { render } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { SyncStateLine, type ShownSync } from '../../src/ui/sync-state-line';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/english';

/** The line, with its button. */
function show(state: ShownSync): HTMLElement {
  const page = document.createElement('main');
  document.body.append(page);
  onTestFinished(() => {
    render(null, page);
    page.remove();
  });
  const watch = (listener: (shown: ShownSync) => void) => {
    listener(state);
    return () => undefined;
  };
  render(
    <Translation value={translate}>
      <SyncStateLine watch={watch} onRetry={() => undefined} />
    </Translation>,
    page,
  );
  return page;
}

it('says how many records the hub has yet to get', async () => {
  const line = show({ state: 'exchanging', waiting: 1234 });
  await expect.poll(() => line.innerText).toBe('Syncing; to send: 1,234.');
});

it('says why a hub refuses, and lets the user try again', async () => {
  const line = show({ state: 'refused', problem: 'full', waiting: 3 });
  const words =
    /^The hub refused the connection\. .*To send: 3\. Everything is saved on this machine\.\s+Try again$/su;
  await expect.poll(() => line.innerText).toMatch(words);
});

it('tells a machine without the current key what to do, in place of “Syncing”', async () => {
  const line = show({ state: 'exchanging', problem: 'no-key', waiting: 2 });
  await expect.poll(() => line.innerText).toMatch(/^This machine does not have the workspace’s current key/u);
  expect(line.innerText).toContain('To send: 2.');
  expect(line.innerText).not.toContain('Syncing');
});

it('says how many values of the hub cannot be read', async () => {
  const line = show({ state: 'in-sync', problem: 'values', waiting: 0, unread: ['clips.a', 'clips.b'] });
  await expect.poll(() => line.innerText).toBe('In sync. Unreadable on the hub, and left out: 2.');
});

it('says that a copy of the profile is open elsewhere, and what to do', async () => {
  const line = show({ state: 'refused', problem: 'elsewhere', waiting: 2 });
  await expect
    .poll(() => line.innerText)
    .toMatch(/^This profile of the browser seems to be open on another/u);
  expect(line.innerText).toMatch(/To send: 2\. .*Try again$/su);
});

it('says that the connection is slow', async () => {
  const line = show({ state: 'offline', problem: 'slow', waiting: 0, since: 0 });
  await expect
    .poll(() => line.innerText)
    .toMatch(/^Offline since .* The connection is slow\. Clipsheet tries/u);
});
