import type { Page } from 'playwright';
import type {} from './peers-in-page';
import type { PeerReading } from './peers-in-page';
import type { Prediction } from './prediction';
import { markdownTable, tableOfMeans, type Score } from './scorer';

/** What each peer reads from a page, by name. A peer that fails on the page has no entry. */
export type PeerReadings = Readonly<Record<string, PeerReading | undefined>>;

export async function readByPeers(page: Page, file: string): Promise<PeerReadings> {
  await page.evaluate(file);
  return page.evaluate(() => {
    const read: Record<string, PeerReading | undefined> = {};
    for (const [name, reader] of Object.entries(globalThis.clipsheetPeers)) {
      try {
        read[name] = reader();
      } catch {
        read[name] = undefined; // a peer that fails on a page has read nothing there
      }
    }
    return read;
  });
}

/** Compares the peers with our reader on the same pages: what is right, and how long it took. */
export function tableOfPeers(
  pages: readonly { ours: Prediction; peers: PeerReadings }[],
  score: Score,
): string {
  const names = [...new Set(pages.flatMap(({ peers }) => Object.keys(peers)))];
  const scores = tableOfMeans({
    Clipsheet: pages.map(({ ours }) => score(ours)),
    ...Object.fromEntries(
      names.map((name) => [name, pages.map(({ ours: { id }, peers }) => score({ ...peers[name], id }))]),
    ),
  });
  const times = markdownTable([
    ['ms a page', 'median', '90 % under'],
    timesOf('Clipsheet, fields', pages.map(({ ours }) => ours.times.fields)),
    timesOf('Clipsheet, article text', pages.map(({ ours }) => ours.times.article)),
    ...names.map((name) => timesOf(name, pages.flatMap(({ peers }) => peers[name]?.time ?? []))),
  ]); // prettier-ignore
  return `${scores}\n\n${times}`;
}

function timesOf(name: string, times: readonly number[]): string[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? NaN).toFixed(0);
  return [name, at(0.5), at(0.9)];
}
