import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';
import { putStored, readStored } from '../browsers/database.ts';
import type { View } from '../browsers/session.ts';

/** Replaces the clips of a desk's current issue by this many, in ten sections. The desk shows them after it is reloaded. */
export async function layOnDesk(desk: View, size: number): Promise<Clip[]> {
  const SECTIONS = 10;
  const paragraph =
    'The ministry said on **Tuesday** that the [tariff](https://source.example/tariff) would be *one* for all three ports, ' +
    'according to three people who have read the draft; 全天候战略伙伴关系, it said, “as before”.[13]';
  const [[issue] = []] = (await readStored(desk, 'issues')) as Issue[][];
  if (issue === undefined) throw new Error('No issue lies on the desk');
  const sections = Array.from({ length: SECTIONS }, (_, place) => ({
    id: `section-${place}`,
    title: `Section ${place + 1}`,
  }));
  const clips = Array.from({ length: size }, (_, place): Clip => ({
    id: `bench-${place}`,
    issueId: issue.id,
    rank: `a${String(place).padStart(4, '0')}1`,
    sectionId: `section-${Math.floor((place * SECTIONS) / size)}`,
    address: `https://source-${place}.example/article`,
    articleKey: `source-${place}.example/article`,
    headline: `Three ports agree on a single tariff, part ${place}`,
    outlet: 'Harbour Courier',
    publishedOn: '2026-11-18',
    language: 'en',
    showDate: true,
    showLanguage: false,
    quotes: [
      { id: `q-${place}-1`, markdown: `${paragraph}\n\n${paragraph}` },
      { id: `q-${place}-2`, markdown: `* ${paragraph}\n* ${paragraph}` },
    ],
    comment: `${paragraph}\n\n> ${paragraph}`,
    clippedAt: '2026-11-20T09:00:00.000Z',
    changedAt: '2026-11-20T09:00:00.000Z',
    revision: 1,
  }));
  const filled = { ...issue, sections, title: 'An issue', revision: issue.revision + 1 };
  await putStored(desk, { issues: [filled], clips }, ['clips']);
  return clips;
}
