/** Many machines edit the same records through one hub while processes are killed and connections cut; afterwards each must have all words. */
import { startProxy, type FaultyProxy } from '../hub/proxy.ts';
import { startHub, type TestHub } from '../hub/server.ts';
import { parseHubCode, printHubCode } from '../../src/sync/codes.ts';
import { Scenario, type SyncCount, type SyncRun } from './scenario.ts';
import { openTestBrowser, TestMachine } from './machines.ts';
import { PlaintextWatch } from './plaintext.ts';
import { servePages } from './page-server.ts';

/** How far the clocks of the machines are off, in milliseconds. */
const CLOCKS = [0, 3_600_000, -3_600_000, 0];

export async function runSync(run: SyncRun): Promise<SyncCount> {
  const cleanups: (() => Promise<void>)[] = [];
  try {
    return await perform(run, cleanups);
  } finally {
    for (const cleanUp of cleanups.toReversed())
      await cleanUp().catch((error: unknown) => console.error(error));
  }
}

async function perform(run: SyncRun, cleanups: (() => Promise<void>)[]): Promise<SyncCount> {
  const hub = await startHub({ cluster: run.cluster });
  cleanups.push(() => hub.stop());
  const pages = await servePages();
  cleanups.push(() => pages.close());
  const chromium = await openTestBrowser('chromium');
  cleanups.push(chromium.close);
  const firefox = run.firefox ? await openTestBrowser('firefox') : undefined;
  if (firefox) cleanups.push(firefox.close);

  const material = [...crypto.getRandomValues(new Uint8Array(32))];
  const plaintext = new PlaintextWatch();
  const proxies: FaultyProxy[] = [];
  const machines: TestMachine[] = [];
  for (let n = 0; n < run.clients; n++) {
    const proxy = await startProxy({
      targets: targetsFor(hub, n),
      seed: run.seed + n,
      watch: plaintext.watch,
    });
    cleanups.push(() => proxy.close());
    proxies.push(proxy);
    const name = `machine-${n}`;
    const code = atAddress(await hub.addMachine(name), proxy.address);
    const browser = (n === 1 && firefox ? firefox : chromium).browser;
    const clockOffset = CLOCKS[n % CLOCKS.length] ?? 0;
    machines.push(
      new TestMachine({ name, browser, port: pages.port, setup: { code, material }, clockOffset }),
    );
  }
  await Promise.all(machines.map((machine) => machine.start()));
  const count = await new Scenario(run, hub, machines, proxies).complete();
  for (const { path } of hub.folders) plaintext.readFiles(path);
  return { ...count, plaintext: plaintext.found };
}

/** Each machine prefers another server of a cluster. */
function targetsFor({ servers }: TestHub, n: number): number[] {
  const ports = servers.map(({ port }) => port);
  const first = n % ports.length;
  return [...ports.slice(first), ...ports.slice(0, first)];
}

/** The same code with another address. */
function atAddress(code: string, address: string): string {
  return printHubCode({ ...parseHubCode(code), address });
}
