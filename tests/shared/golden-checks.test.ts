import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Clip } from '../../src/news/clip';
import { REPORT } from '../../src/news/house-style';
import type { Issue } from '../../src/news/issue';
import { manuscriptSchema, type ManuscriptClip } from '../../src/news/manuscript';
import { checkIssue } from '../../src/newsletter/checks/checks';
import { TARGET_IDS } from '../../src/newsletter/targets';

const FILE = join(import.meta.dirname, '../../../shared/golden/issue.json');
const DAY = '2023-02-26T08:00:00.000Z';

/** The golden issue as it lies on the desk. */
function readGolden(): { issue: Issue; clips: Clip[] } {
  const { cover, sections, ...texts } = v.parse(manuscriptSchema, JSON.parse(readFileSync(FILE, 'utf8')));
  const caption = cover?.caption;
  const clips = sections.flatMap((section, place) =>
    section.clips.map((clip, rank) => clipOf(clip, `s${place}`, `c${place}-${rank}`)),
  );
  const issue = {
    ...texts,
    id: 'golden',
    ...(caption !== undefined && { cover: { caption } }),
    sections: sections.map(({ title = '' }, place) => ({ id: `s${place}`, title })),
    ...{ createdAt: DAY, changedAt: DAY, revision: 1 },
  };
  return { issue, clips };
}

function clipOf(
  { url, quotes = [], note, languageLabel, ...fields }: ManuscriptClip,
  sectionId: string,
  id: string,
): Clip {
  return {
    ...fields,
    ...(note !== undefined && { comment: note, isNote: true }),
    ...(url !== undefined && { address: url }),
    ...(languageLabel !== undefined && { languageLabel }),
    showDate: fields.publishedOn !== undefined,
    showLanguage: languageLabel !== undefined,
    quotes: quotes.map((quote, place) => ({
      id: `${id}-${place}`,
      markdown: typeof quote === 'string' ? quote : (quote.original ?? ''),
    })),
    ...{ id, sectionId, issueId: 'golden', rank: id, clippedAt: DAY, changedAt: DAY, revision: 1 },
  };
}

test.skipIf(!existsSync(FILE))(
  'the golden issue has at most six findings at first sight, for each target',
  () => {
    const { issue, clips } = readGolden();
    for (const target of TARGET_IDS)
      expect(checkIssue(issue, clips, { style: REPORT, target }).length).toBeLessThanOrEqual(6);
    expect(checkIssue(issue, clips).map(({ check }) => check)).toEqual([
      'noPicture',
      'noOutlet',
      'noComment',
    ]);
  },
);
