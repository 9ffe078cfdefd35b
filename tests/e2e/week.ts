import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { putStored } from '../../scripts/browsers/database.ts';
import { openDesk } from '../../scripts/browsers/desk.ts';
import { waitFor, type BrowserSession, type TabView } from '../../scripts/browsers/session.ts';
import type { Clip } from '../../src/news/clip.ts';
import { manuscriptSchema, type Manuscript, type ManuscriptClip } from '../../src/news/manuscript.ts';
import { readIssues } from './stored.ts';

const DAY = 24 * 60 * 60 * 1000; // milliseconds

/** The content of a week with 24 clips: the golden issue if it is installed, otherwise an issue of the same length. */
export const WEEK: Manuscript = readGolden() ?? inventWeek();

function readGolden(): Manuscript | undefined {
  const file = resolve('../shared/golden/issue.json');
  return existsSync(file) ? v.parse(manuscriptSchema, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

function inventWeek(): Manuscript {
  const counts = Object.entries({ Ports: 2, Rails: 7, Harbours: 3, Ministries: 8, Tariffs: 2, Elsewhere: 2 });
  return {
    sections: counts.map(([title, count]) => ({
      title,
      clips: Array.from({ length: count }, (_, place) => inventClip(title, place + 1)),
    })),
  };
}

function inventClip(section: string, number: number): ManuscriptClip {
  return {
    url: `https://daily.example/${section}/${number}`,
    headline: `${section}, report ${number}`,
    outlet: 'The Daily',
    publishedOn: '2026-11-18',
    quotes: [`The ${number}. of *${section}* was said.`, 'It was said twice.'],
    comment: `About ${section}, for the ${number}. time.`,
  };
}

/** The ids of a section's clips in their order. */
type WeekOrder = string[][];

export const WEEK_ORDER: WeekOrder = WEEK.sections.map(({ clips }, section) =>
  clips.map((_, place) => `${section + 1}-${place + 1}`),
);

/** Opens the desk with the week's clips, which were clipped yesterday. */
export async function openWeek(session: BrowserSession): Promise<TabView> {
  const desk = await openDesk(session);
  await layOut(desk, new Date(Date.now() - DAY));
  await desk.reload();
  const isThere = async () => (await readOutline(desk)).at(-1)?.length === WEEK_ORDER.flat().length;
  await waitFor('the clips', isThere);
  return desk;
}

/**
 * Puts the week's clips, shuffled, into the inbox, and changes the order of the current draft's sections except the last. The
 * desk shows this after it is loaded again.
 */
async function layOut(desk: TabView, clippedAt: Date): Promise<void> {
  const [first, second, ...others] = WEEK.sections.map(({ title = '' }, place) => ({
    id: `section-${place + 1}`,
    title,
  }));
  const sections = [second, first, ...others.slice(0, -1)].filter((section) => section !== undefined);
  const clips = WEEK.sections.flatMap((section, place) =>
    section.clips.map((clip, inSection) => clipOf(clip, WEEK_ORDER[place]?.[inSection] ?? '', clippedAt)),
  );
  // 7 and 24 have no common divisor, so each clip gets a place of its own
  const shuffled = clips.map((_, place) => clips[(place * 7 + 3) % clips.length]);
  const [issue] = await readIssues(desk);
  if (issue === undefined) throw new Error('No issue lies on the desk');
  await putStored(desk, {
    issues: [{ ...issue, sections, revision: issue.revision + 1 }],
    clips: shuffled.map((clip, place) => ({
      ...clip,
      issueId: FIRST_NEWSLETTER,
      rank: `a${String(place + 10)}1`,
    })),
  });
}

function clipOf(printed: ManuscriptClip, id: string, clippedAt: Date): Omit<Clip, 'issueId' | 'rank'> {
  const { url, quotes = [], ...fields } = printed;
  return {
    ...fields,
    id,
    ...(url !== undefined && { address: url, articleKey: url }),
    quotes: quotes
      .filter((quote) => typeof quote === 'string')
      .map((markdown, place) => ({ id: `${id}-${place}`, markdown })),
    showDate: printed.publishedOn !== undefined,
    showLanguage: printed.languageLabel !== undefined,
    clippedAt: clippedAt.toISOString(),
    changedAt: clippedAt.toISOString(),
    revision: 1,
  };
}

/** The content of the outline: the clips of each section by id, then those of the inbox. */
export function readOutline(desk: TabView): Promise<WeekOrder> {
  return desk.run(() => {
    const order: string[][] = [];
    for (const line of document.querySelectorAll('.outline-tree [role=treeitem]')) {
      if (line.ariaLevel === '1') order.push([]);
      else order.at(-1)?.push(line.id.replace('item-', ''));
    }
    const [inbox = [], ...sections] = order;
    return [...sections, inbox];
  });
}
