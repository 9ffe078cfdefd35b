import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumSession } from '../browsers/chromium.ts';
import type { BrowserSession } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { ROUTES, type Route } from './analyst.ts';
import { answerArticle, ARTICLE_HOST } from './articles.ts';
import { INTERRUPTIONS } from './interruptions.ts';
import { Ledger } from './ledger.ts';
import { randomNumbers } from '../random-numbers.ts';
import { readStoredRecords } from './stored-records.ts';

/** A kill that does not wait for a confirmation falls within this many milliseconds: longer than any route takes. */
const LONGEST_LIFE = 6_000;

export interface FaultCount {
  kills: number;
  acknowledged: number;
  lost: number;
  halfWritten: number;
  unopened: number;
}

interface FaultRun {
  kills: number;
  /** The same seed gives the same routes and moments; the state of the browser at these moments differs. */
  seed: number;
  /** Receives findings and progress, one line at a time. */
  report: (line: string) => void;
}

/**
 * Kills Chromium with the built extension while clips arrive by all routes, restarts it on the same profile, and compares the
 * database with what the user was told, as often as requested. Half of the kills are at the moment of a confirmation, half at a
 * random moment.
 */
export async function runFaults({ kills, seed, report }: FaultRun): Promise<FaultCount> {
  const profile = await mkdtemp(join(tmpdir(), 'clipsheet-faults-'));
  const server = await serveSamples([], { [ARTICLE_HOST]: answerArticle });
  const ledger = new Ledger();
  const random = randomNumbers(seed);
  const routes = [...ROUTES, ...Object.values(INTERRUPTIONS).map((route) => route(random))];
  const count: FaultCount = { kills: 0, acknowledged: 0, lost: 0, halfWritten: 0, unopened: 0 };
  const open = () => ChromiumSession.open({ proxyPort: server.port, profile });
  let articles = 0;
  try {
    while (count.kills < kills) {
      const session = await open();
      await checkStored(session, ledger, count, report);
      await workUntilKilled(session, ledger, random, {
        routes,
        nextArticle: () => ++articles,
        report: (line) => report(`After ${count.kills} kills: ${line}`),
      });
      count.kills += 1;
      count.acknowledged = ledger.acknowledged;
      if (count.kills % 10 === 0) report(`${count.kills} kills, ${ledger.acknowledged} acknowledged so far`);
    }
    const session = await open();
    await checkStored(session, ledger, count, report);
    await session.close();
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true });
  }
  return count;
}

/** Takes these routes in turn in one browser without kills, starting with the first, and checks the result. */
export async function runRoutes(routes: readonly Route[], report: FaultRun['report']): Promise<FaultCount> {
  const server = await serveSamples([], { [ARTICLE_HOST]: answerArticle });
  const ledger = new Ledger();
  const count: FaultCount = { kills: 0, acknowledged: 0, lost: 0, halfWritten: 0, unopened: 0 };
  const session = await ChromiumSession.open({ proxyPort: server.port });
  try {
    for (const [place, route] of routes.entries()) await route(session, ledger, place + 1);
    await checkStored(session, ledger, count, report);
  } finally {
    await session.close();
    await server.close();
  }
  return { ...count, acknowledged: ledger.acknowledged };
}

/** Takes routes until the moment has come, and kills the browser in the middle of the current one. */
async function workUntilKilled(
  session: BrowserSession,
  ledger: Ledger,
  random: () => number,
  {
    routes,
    nextArticle,
    report,
  }: { routes: readonly Route[]; nextArticle: () => number; report: (line: string) => void },
): Promise<void> {
  const life = new AbortController();
  let kill: () => void = () => undefined;
  const killed = new Promise<void>((resolve, reject) => {
    kill = () => {
      if (life.signal.aborted) return;
      life.abort();
      session.kill().then(resolve, reject);
    };
  });
  if (random() < 0.5) ledger.onAcknowledged = kill;
  else setTimeout(kill, random() * LONGEST_LIFE);
  const work = async () => {
    while (!life.signal.aborted) {
      const route = routes[Math.floor(random() * routes.length)];
      await route?.(session, ledger, nextArticle());
    }
  };
  try {
    await Promise.race([work(), killed]);
  } catch (error) {
    // Expected after a kill. Otherwise a busy machine has delayed a route: that is reported, and the kill happens there. What was
    // confirmed until then counts.
    if (!life.signal.aborted) report(`a route came to no end: ${String(error)}`);
    kill();
  }
  await killed;
  ledger.onAcknowledged = undefined;
}

/** Compares the database with the ledger. */
async function checkStored(
  session: BrowserSession,
  ledger: Ledger,
  count: FaultCount,
  report: FaultRun['report'],
): Promise<void> {
  const page = await session.openExtensionPage('desk/index.html');
  try {
    const { lost, halfWritten } = ledger.check(await readStoredRecords(page));
    for (const line of [...lost, ...halfWritten]) report(`After ${count.kills} kills: ${line}`);
    // Lost records stay lost: each check counts all of them, so the highest count is the result.
    count.lost = Math.max(count.lost, lost.length);
    count.halfWritten = Math.max(count.halfWritten, halfWritten.length);
  } catch (error) {
    report(`After ${count.kills} kills: the database does not open: ${String(error)}`);
    count.unopened += 1;
  }
  await page.close();
}
