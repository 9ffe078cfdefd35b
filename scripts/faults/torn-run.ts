import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BrowserName } from '../browsers/find.ts';
import { openBrowser } from '../browsers/open.ts';
import { waitFor, type BrowserSession, type View } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { atDesk, byRightClick, byToolbar, type Route } from './analyst.ts';
import { answerArticle, ARTICLE_HOST } from './articles.ts';
import { damageDatabase, damageLate, storedFolders } from './damage.ts';
import { Ledger } from './ledger.ts';
import { randomNumbers } from '../random-numbers.ts';
import { readStoredRecords } from './stored-records.ts';

export interface TornCount {
  torn: number;
  acknowledged: number;
  lost: number;
  /** How often something was missing and no page said so. */
  silent: number;
  /** How often a page said that something is missing and restored nothing. */
  falseAlarms: number;
  /** How many clips of the last seconds, which cannot be guaranteed, were missing without a message of any page. */
  lateSilent: number;
  /** How many routes did not finish: the page did not confirm the save. */
  unanswered: number;
}

interface TornRun {
  torn: number;
  seed: number;
  browser?: BrowserName;
  /** The share of the turns in which everything written in the last seconds is damaged, instead of the database. */
  late?: number;
  /** How long a page stays open in the last start of each turn, in milliseconds. The copy reaches all places in 18 s. */
  rest?: number;
  report: (line: string) => void;
}

/** Milliseconds. A power failure may damage files of this last period. */
const LATE = 5_000;
/** Milliseconds. All saves of a turn are in one list or database, so without the cache those of a turn more may be lost. */
const TURN = 2_000;
/** So many damaged profiles of earlier turns are kept: what is lost in one may have gone wrong in another. */
const EARLIER = 3;
/** Milliseconds in which a page must have said that something is missing. */
const PATIENCE = 15_000;
const ROUTES: readonly Route[] = [byRightClick, byToolbar, byRightClick, atDesk];
const PAGES = ['desk', 'options', 'popup'] as const;
/** Chromium writes it when it closes. Without it, all caches are lost. */
const LIST_OF_CACHES = '/index.txt ';
const BRING_BACK = 'Bring it back';
const ALL_GONE = 'Do not show this again';
const NEW_DATABASE = 'Make a new database from the copy';

/**
 * Fills the built extension with clips, kills the browser, damages files of its profile, and starts it three times, with a clip
 * between two starts. Restores what a page offers, by its button, and compares the database with what the user was told is saved.
 */
export async function runTorn({
  torn,
  seed,
  browser = 'chromium',
  late = 0.25,
  rest = 0,
  report,
}: TornRun): Promise<TornCount> {
  const profile = await mkdtemp(join(tmpdir(), 'clipsheet-torn-'));
  const server = await serveSamples([], { [ARTICLE_HOST]: answerArticle });
  const random = randomNumbers(seed);
  const analyst = new TornAnalyst(random, report);
  const { ledger, count } = analyst;
  const open = () => openBrowser(browser, { proxyPort: server.port, profile });
  const kept: string[] = [];
  try {
    while (count.torn < torn) {
      await analyst.clipAndKill(await open());
      const { done, since } = damage(profile, browser, late, random);
      count.torn += 1;
      const damaged = `${profile}-turn-${count.torn}`;
      await cp(profile, damaged, { recursive: true, verbatimSymlinks: true });
      const { lost, silent } = count;
      for (let start = 1; start <= 3; start += 1) {
        ledger.forgive(since);
        const session = await open();
        const say = (line: string) => report(`${count.torn} (${done}): start ${start}: ${line}`);
        try {
          await checkStart(session, { ledger, count, random, rest: start < 3 ? 0 : rest, say });
        } catch (error) {
          say(`the check came to no end: ${String(error)}`);
          await session.kill();
          throw error;
        }
        if (start < 3) await analyst.clip(session, 1);
        if (random() < 0.5) await session.kill();
        else await session.close();
      }
      kept.push(damaged);
      if (count.lost + count.silent > lost + silent)
        report(`The damaged profiles are kept in ${kept.splice(0).join(', ')}`);
      for (const each of kept.splice(0, kept.length - EARLIER))
        await rm(each, { recursive: true, force: true });
      count.acknowledged = ledger.acknowledged;
      if (count.torn % 10 === 0) report(`${count.torn} torn, ${ledger.acknowledged} acknowledged so far`);
    }
    for (const each of [profile, ...kept])
      await rm(each, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 }); // the browser may still be ending
  } catch (error) {
    report(`The profile is kept in ${profile}, and as it was damaged in ${profile}-turn-${count.torn}`);
    throw error;
  } finally {
    await server.close();
  }
  return count;
}

/** Clips articles by random routes, and records the confirmations. */
class TornAnalyst {
  readonly ledger = new Ledger();
  readonly count: TornCount = {
    torn: 0,
    acknowledged: 0,
    lost: 0,
    silent: 0,
    falseAlarms: 0,
    lateSilent: 0,
    unanswered: 0,
  };
  private articles = 0;

  constructor(
    private readonly random: () => number,
    private readonly report: TornRun['report'],
  ) {}

  async clip(session: BrowserSession, number: number): Promise<void> {
    for (let place = 0; place < number; place += 1)
      try {
        await ROUTES[Math.floor(this.random() * ROUTES.length)]?.(session, this.ledger, ++this.articles);
      } catch (error) {
        this.count.unanswered += 1;
        this.report(`${this.count.torn}: a route came to no end: ${String(error)}`);
      }
  }

  /** Half of the time, kills the browser at the moment of its last confirmation. */
  async clipAndKill(session: BrowserSession): Promise<void> {
    await this.clip(session, Math.floor(this.random() * 4));
    if (this.random() < 0.5) {
      await this.clip(session, 1);
      return session.kill();
    }
    const killed = new Promise<void>((resolve, reject) => {
      this.ledger.onAcknowledged = () => {
        this.ledger.onAcknowledged = undefined;
        session.kill().then(resolve, reject);
      };
    });
    const route = byRightClick(session, this.ledger, ++this.articles);
    await Promise.race([route, killed]).catch(() => undefined); // the browser was killed
    this.ledger.onAcknowledged?.();
    await killed;
  }
}

/** Everything confirmed after `since` (milliseconds since 1970) may be lost. */
function damage(
  profile: string,
  browser: BrowserName,
  late: number,
  random: () => number,
): { done: string; since: number } {
  const folders = storedFolders(profile, browser);
  if (random() >= late) return { done: damageDatabase(folders.database, random), since: Infinity };
  const now = Date.now();
  const done = damageLate(Object.values(folders), now - LATE, random);
  const hasCache = browser === 'chromium' && !done.includes(LIST_OF_CACHES);
  return { done: `of the last seconds: ${done}`, since: now - LATE - (hasCache ? 0 : TURN) };
}

interface Check {
  ledger: Ledger;
  count: TornCount;
  random: () => number;
  rest: number;
  say: (line: string) => void;
}

/** Opens a page of the extension, restores the copy that it offers, and compares the database with the confirmations. */
async function checkStart(session: BrowserSession, check: Check): Promise<void> {
  const { ledger, count, random, rest, say } = check;
  const kind = PAGES[Math.floor(random() * PAGES.length)] ?? 'desk';
  const page = await openPage(session, kind);
  const isOffered = await acceptOffer(page, kind, check);
  // Chromium may delete the database when it reads a torn table, after the page has been looked at.
  if (!isOffered && (await missingIn(page, ledger)).length > 0) await acceptOffer(page, kind, check);
  const after = await missingIn(page, ledger);
  if (after.length > 0) {
    count.lost += after.length;
    say(`lost: ${after.join('; ')}`);
    ledger.forgive(0);
  }
  await new Promise((resolve) => setTimeout(resolve, rest));
  await page.close();
}

/** Restores the copy that the page offers. Returns whether it has offered one. Counts what is missing without a word. */
async function acceptOffer(
  page: View,
  kind: string,
  { ledger, count, say }: Pick<Check, 'ledger' | 'count' | 'say'>,
): Promise<boolean> {
  const before = await missingIn(page, ledger);
  const late = await readStoredRecords(page).then(
    (records) => ledger.takeMissingForgiven(records),
    () => [], // it does not open, which the page reports
  );
  const findOffer = () => page.run(findButton, [BRING_BACK, NEW_DATABASE, ALL_GONE]).catch(() => undefined); // it is loading
  const patience = before.length + late.length > 0 ? PATIENCE : 1500;
  const offer = await waitFor('an offer', findOffer, patience).catch(() => undefined);
  if (offer === undefined) {
    if (late.length > 0) {
      count.lateSilent += late.length;
      say(`of the last seconds ${late.length} missing and ${kind} says nothing`);
    }
    if (before.length > 0) {
      count.silent += 1;
      say(`${before.length} missing and ${kind} says nothing: ${before.slice(0, 3).join('; ')}`);
    }
    return false;
  }
  say(`${before.length} missing, ${kind} says: ${await page.run(readNotices)}`);
  const pageSays = async (error: unknown) => {
    throw new Error(`The page says: ${await page.run(readNotices)}`, { cause: error });
  };
  if (offer === NEW_DATABASE) {
    await page.run(pressButton, NEW_DATABASE);
    const findNext = () => page.run(findButton, [BRING_BACK]).catch(() => undefined);
    await waitFor('the offer in a new database', findNext, PATIENCE).catch(pageSays);
  }
  const earlier = await readStoredRecords(page);
  if (offer === ALL_GONE) await page.run(pressButton, ALL_GONE);
  else await bringBack(page, say).catch(pageSays);
  // Records that were saved but not confirmed in time may be missing as well, so an alarm is false only if nothing is restored.
  if (before.length + late.length === 0 && isDeepStrictEqual(await readStoredRecords(page), earlier))
    count.falseAlarms += 1;
  return true;
}

/** Presses once more if the offer is back, because the browser has closed the database meanwhile, and the page has loaded again. */
async function bringBack(page: View, say: (line: string) => void): Promise<void> {
  for (let press = 1; press <= 3; press += 1) {
    await page.run(pressButton, BRING_BACK);
    const isOver = () => page.run(findOutcome, BRING_BACK).catch(() => undefined); // it is loading
    if ((await waitFor('what was lost', isOver, 120_000)) === 'brought') return;
    say(`offered once more: ${await page.run(readNotices)}`);
  }
  throw new Error('It is not brought back');
}

async function openPage(session: BrowserSession, kind: (typeof PAGES)[number]): Promise<View> {
  if (kind !== 'popup') return session.openExtensionPage(`${kind}/index.html`);
  await session.openTab(`http://${ARTICLE_HOST}/articles/0`);
  return session.clickToolbarButton();
}

/** A database that does not open lacks everything. */
async function missingIn(page: View, ledger: Ledger): Promise<string[]> {
  try {
    const { lost, halfWritten } = ledger.check(await readStoredRecords(page));
    return [...lost, ...halfWritten];
  } catch (error) {
    return ledger.acknowledgedArticles().length > 0 ? [`the database does not open: ${String(error)}`] : [];
  }
}

/** Runs in the page. */
function findButton(labels: string[]): string | undefined {
  const shown = [...document.querySelectorAll('.notice button')].map(({ textContent }) => textContent.trim());
  return labels.find((label) => shown.includes(label));
}

/** Runs in the page. */
function pressButton(label: string): void {
  [...document.querySelectorAll<HTMLButtonElement>('.notice button')]
    .find(({ textContent }) => textContent.trim() === label)
    ?.click();
}

/** Runs in the page. */
function readNotices(): string {
  return [...document.querySelectorAll('.notice :is(p, button)')]
    .map(({ textContent }) => textContent)
    .join(' | ');
}

/** Runs in the page. */
function findOutcome(label: string): 'brought' | 'offered' | undefined {
  if (document.querySelector('.notice-success') !== null) return 'brought';
  const buttons = [...document.querySelectorAll('.notice button')];
  return buttons.some(({ textContent }) => textContent.trim() === label) ? 'offered' : undefined;
}
