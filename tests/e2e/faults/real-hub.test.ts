import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'puppeteer-core';
import { connectLocally } from '../../../scripts/hub/administration';
import { startHub, TEST_WORKSPACE, type TestHub } from '../../../scripts/hub/server';
import { openTestBrowser, TestMachine } from '../../../scripts/sync/machines';
import { servePages, type PageServer } from '../../../scripts/sync/page-server';
import { settle } from '../../../scripts/sync/settling';
import { RECORD_STREAM } from '../../../src/sync/codes';
import { WITHOUT_SERVER } from '../../hub/joined';

const SECONDS = 60;
const YEAR = 365 * 24 * 60 * 60_000;

describe.skipIf(WITHOUT_SERVER)('machines on a real hub', { timeout: 180_000 }, () => {
  let pages: PageServer;
  let chromium: { browser: Browser; close: () => Promise<void> };
  let hub: TestHub;
  const machines: TestMachine[] = [];
  const material = [...crypto.getRandomValues(new Uint8Array(32))];
  beforeAll(async () => {
    [pages, chromium] = await Promise.all([servePages(), openTestBrowser('chromium')]);
  });
  afterAll(async () => {
    await chromium.close();
    await pages.close();
  });
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(async () => {
    await Promise.all(machines.splice(0).map((machine) => machine.kill()));
    await hub.stop();
  });

  /** The host name has the number of the test, because each has a database of its own. */
  async function open(name: string, clockOffset = 0): Promise<TestMachine> {
    const unique = `${name}-${crypto.randomUUID().slice(0, 8)}`;
    const setup = { code: await hub.addMachine(unique), material };
    const { browser } = chromium;
    const machine = new TestMachine({ name: unique, browser, port: pages.port, setup, clockOffset });
    machines.push(machine);
    await machine.start();
    return machine;
  }

  async function expectEqual(): Promise<void> {
    const { areEqual, states } = await settle(machines, SECONDS);
    expect(areEqual, JSON.stringify(states)).toBe(true);
  }

  it('go on when somebody deletes the place of one in the feed', async () => {
    const [laptop, desktop] = [await open('laptop'), await open('desktop')];
    await laptop.clip('first', 'https://www.daily.example/1', false);
    await expectEqual();
    const { settings } = hub;
    const connection = await connectLocally(
      settings,
      settings.workspaces[TEST_WORKSPACE]?.administrator ?? '',
    );
    const manager = await jetstreamManager(connection);
    for (let time = 0; time < 3; time += 1) {
      await manager.consumers.delete(RECORD_STREAM, desktop.name);
      await laptop.clip(`later${time}`, `https://www.daily.example/later-${time}`, false);
      await expectEqual();
    }
    await connection.close();
  });

  it('agree although their clocks are years apart', async () => {
    const [slow, right, fast] = [await open('slow', -YEAR), await open('right'), await open('fast', YEAR)];
    for (const [number, machine] of [slow, right, fast].entries())
      await machine.clip(`first${number}`, `https://www.daily.example/${number}`, false);
    await expectEqual();
    await Promise.all(
      [slow, right, fast].map((machine, number) => machine.edit(`mark${number}x1`, [0, 0, 0.5])),
    );
    await expectEqual();
    const records = JSON.stringify(await right.records());
    for (const number of [0, 1, 2]) expect(records).toContain(`mark${number}x1`);
    await slow.deleteForGood('https://www.daily.example/0');
    await expectEqual();
    await right.kill();
    await right.start();
    await fast.kill();
    await fast.start();
    await expectEqual();
    for (const machine of machines)
      expect(JSON.stringify(await machine.records())).not.toContain('https://www.daily.example/0"');
  });

  it('all get the new key, although the one that replaces it is killed on the way', async () => {
    const [laptop, desktop, phone] = [await open('laptop'), await open('desktop'), await open('third')];
    for (let number = 0; number < 12; number += 1)
      await laptop.clip(`first${number}`, `https://www.daily.example/${number}`, false);
    await expectEqual();
    for (const pause of [0, 40, 150]) {
      await laptop.replaceKey();
      await new Promise((resolve) => setTimeout(resolve, pause));
      await laptop.kill();
      await desktop.edit(`mark${pause}x1`, [0.5, 0.5, 0.5]);
      await laptop.start();
      await expectEqual();
      const ids = await Promise.all([laptop, desktop, phone].map((machine) => machine.keyId()));
      expect(new Set(ids).size).toBe(1);
    }
  });
});
