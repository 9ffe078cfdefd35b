import { useState } from 'preact/hooks';
import { beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { JoinForm } from '../../../options/machines/join-form';
import type { Database } from '../../../src/storage/database/database';
import { printHubCode } from '../../../src/sync/codes';
import { renderPart } from '../../rendered-part';
import { openFreshDatabase } from '../../storage/fresh-database';

const browser = vi.hoisted(() => ({
  done: [] as string[],
  isAllowed: true,
  look: (): Promise<object> => Promise.resolve({ found: 'has-key' }),
}));

vi.mock('../../../src/browser/hub-permission', () => ({
  requestHub: (address: string) => {
    browser.done.push(`ask for ${address}`);
    return Promise.resolve(browser.isAllowed);
  },
  forgetHub: (address: string) => {
    browser.done.push(`forget ${address}`);
    return Promise.resolve();
  },
}));
vi.mock('../../../src/sync/worker-tasks', () => ({
  runInWorker: ({ kind }: { kind: string }) => {
    browser.done.push(kind);
    return browser.look();
  },
}));

const CODE = printHubCode({
  address: 'wss://hub.example.org',
  workspace: 'desk',
  machine: 'laptop',
  seed: `SU${'A'.repeat(56)}`,
});

beforeEach(async () => {
  browser.done = [];
  browser.isAllowed = true;
  browser.look = () => Promise.resolve({ found: 'has-key' });
  renderPart(<Form database={await openFreshDatabase()} />);
});

/** The form, which its owner no longer draws after “Cancel”. */
function Form({ database }: { database: Database }) {
  const [isOpen, setOpen] = useState(true);
  const close = () => setOpen(false);
  return isOpen ? <JoinForm database={database} onJoin={close} onCancel={close} /> : null;
}

const click = (name: string) => page.getByRole('button', { name, exact: true }).click();

it('asks for the hub before the first connection, and gives the permission back on “Cancel”', async () => {
  await page.getByLabelText('Hub code or machine code').fill(CODE);
  await click('Continue');
  await expect.element(page.getByText(/^This machine will join/u)).toBeVisible();
  expect(browser.done).toStrictEqual(['ask for wss://hub.example.org', 'look']);
  await click('Cancel');
  await expect.poll(() => browser.done.at(-1)).toBe('forget wss://hub.example.org');
});

it('gives the permission back if the hub does not answer, and asks for it again', async () => {
  browser.look = () => Promise.resolve({ problem: 'unreachable' });
  await page.getByLabelText('Hub code or machine code').fill(CODE);
  await click('Continue');
  const look = ['ask for wss://hub.example.org', 'look', 'forget wss://hub.example.org'];
  await expect.poll(() => browser.done).toStrictEqual(look);
  await click('Continue');
  await expect.poll(() => browser.done).toStrictEqual([...look, ...look]);
});

it('gives the permission back on “Cancel” while the hub has not answered', async () => {
  browser.look = () => new Promise(() => undefined);
  await page.getByLabelText('Hub code or machine code').fill(CODE);
  await click('Continue');
  await expect.poll(() => browser.done).toStrictEqual(['ask for wss://hub.example.org', 'look']);
  await click('Cancel');
  await expect.poll(() => browser.done.at(-1)).toBe('forget wss://hub.example.org');
});

it('gives the permission back when the page is closed before the machine has joined', async () => {
  await page.getByLabelText('Hub code or machine code').fill(CODE);
  await click('Continue');
  await expect.element(page.getByText(/^This machine will join/u)).toBeVisible();
  dispatchEvent(new PageTransitionEvent('pagehide'));
  await expect.poll(() => browser.done.at(-1)).toBe('forget wss://hub.example.org');
});

it('keeps the permission once the machine has joined', async () => {
  await page.getByLabelText('Hub code or machine code').fill(CODE);
  await click('Continue');
  await page.getByLabelText('Recovery words').fill(`${'abandon '.repeat(23)}art`);
  browser.look = () => Promise.resolve({});
  await click('Join');
  await expect.element(page.getByRole('button', { name: 'Join' })).not.toBeInTheDocument();
  expect(browser.done).toStrictEqual(['ask for wss://hub.example.org', 'look', 'join']);
});

it('connects to nothing if the user does not allow it', async () => {
  browser.isAllowed = false;
  await page.getByLabelText('Hub code or machine code').fill(CODE);
  await click('Continue');
  await expect
    .element(page.getByText('The browser was not allowed to connect to the hub.').first())
    .toBeVisible();
  expect(browser.done).toStrictEqual(['ask for wss://hub.example.org']);
});

it('refuses a paste that is much longer than any code, and says that it is none', async () => {
  const field = page.getByLabelText('Hub code or machine code').element();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', `clipsheet-hub-1.${'A'.repeat(300_000)}`);
  const isAccepted = field.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  expect(isAccepted).toBe(false);
  await expect.element(page.getByText(/^This is not a code\./u).first()).toBeVisible();
});
