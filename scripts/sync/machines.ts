/** The machines of a run: pages in real browsers, each with a database and a clock of its own, that can be killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type JSHandle, type Page } from 'puppeteer-core';
import { BrowserMissingError } from '../browsers/ensure.ts';
import { findBrowser, type BrowserName } from '../browsers/find.ts';
import type { ClientSetup, ClientState, SyncClientPage } from './client-page.ts';

export interface MachineOptions {
  name: string;
  browser: Browser;
  port: number;
  setup: ClientSetup;
  /** How far its clock is off, in milliseconds. */
  clockOffset: number;
}

/** The page ended while it was asked something. */
export class MachineKilledError extends Error {
  override readonly name = 'MachineKilledError';
}

export async function openTestBrowser(
  name: BrowserName,
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) throw new BrowserMissingError(`No ${name} was found`);
  const profile = await mkdtemp(join(tmpdir(), `clipsheet-sync-${name}-`));
  const browser = await puppeteer.launch({
    executablePath,
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    headless: true,
    userDataDir: profile,
    args:
      name === 'firefox'
        ? []
        : [
            '--no-sandbox',
            // A page in the background works as one in the foreground.
            '--disable-background-timer-throttling',
            '--disable-backgrounding-occluded-windows',
            '--disable-renderer-backgrounding',
          ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

export class TestMachine {
  private page: Page | undefined;
  private client: JSHandle<SyncClientPage> | undefined;

  constructor(readonly options: MachineOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Opens its page, on the database that earlier pages have left. */
  async start(): Promise<void> {
    const { browser, name, port, setup, clockOffset } = this.options;
    const page = await browser.newPage();
    page.on('console', (message) => {
      // That a connection failed is what these runs are about.
      const isExpected = message.text().startsWith('WebSocket connection to');
      if (message.type() === 'error' && !isExpected) console.error(`${name}: ${message.text()}`);
    });
    if (clockOffset !== 0) await page.evaluateOnNewDocument(clockShift(clockOffset));
    await page.goto(`http://${name}.localhost:${port}/`);
    await page.waitForFunction('"openSyncClient" in globalThis');
    this.client = await page.evaluateHandle(
      (given) =>
        (
          globalThis as unknown as { openSyncClient: (setup: ClientSetup) => Promise<SyncClientPage> }
        ).openSyncClient(given),
      setup,
    );
    this.page = page;
  }

  /** Ends the page without a word: its renderer crashes, where the browser can do that. */
  async kill(): Promise<void> {
    const { page } = this;
    this.page = undefined;
    this.client = undefined;
    if (page === undefined) return;
    if (this.options.browser.process()?.spawnfile.includes('chrom') === true)
      await page.goto('chrome://crash', { timeout: 2_000 }).catch(() => undefined);
    await page.close().catch(() => undefined);
  }

  /** Resolves when the words are stored. Throws MachineKilledError if the page ends before. */
  edit(word: string, at: [number, number, number]): Promise<void> {
    return this.ask((client) => client.evaluate((page, ...given) => page.edit(...given), word, at));
  }

  clip(word: string, address: string, withLargeText: boolean): Promise<void> {
    return this.ask((client) =>
      client.evaluate((page, ...given) => page.clip(...given), word, address, withLargeText),
    );
  }

  deleteForGood(address: string): Promise<void> {
    return this.ask((client) => client.evaluate((page, given) => page.deleteForGood(given), address));
  }

  replaceKey(): Promise<void> {
    return this.ask((client) => client.evaluate((page) => page.replaceKey()));
  }

  keyId(): Promise<string> {
    return this.ask((client) => client.evaluate((page) => page.keyId()));
  }

  state(): Promise<ClientState> {
    return this.ask((client) => client.evaluate((page) => page.state()));
  }

  records(): Promise<unknown> {
    return this.ask((client) => client.evaluate((page) => page.records()));
  }

  private async ask<Answer>(
    question: (client: JSHandle<SyncClientPage>) => Promise<Answer>,
  ): Promise<Answer> {
    const { client, page } = this;
    if (client === undefined || page === undefined) throw new MachineKilledError(this.name);
    let end = (): void => undefined;
    const ended = new Promise<never>((_resolve, reject) => {
      end = () => reject(new MachineKilledError(this.name));
    });
    page.once('error', end);
    page.once('close', end);
    try {
      return await Promise.race([question(client), ended]);
    } catch (error) {
      if (this.page !== page || page.isClosed()) throw new MachineKilledError(this.name, { cause: error });
      throw error;
    } finally {
      page.off('error', end);
      page.off('close', end);
    }
  }
}

/** Runs in the page before its scripts. A text, because tsx adds calls of its own to functions. */
function clockShift(offset: number): string {
  return `globalThis.Date = class extends Date {
    constructor(...given) { if (given.length === 0) super(Date.now()); else super(...given); }
    static now() { return super.now() + ${offset}; }
  };`;
}
