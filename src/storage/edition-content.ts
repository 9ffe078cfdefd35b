import * as v from 'valibot';
import type { Clip } from '../news/clip';
import { assembleManuscript } from '../news/assemble-manuscript';
import type { Edition } from '../news/editions/edition';
import { clipsInPeriod } from '../news/editions/printed-clips';
import { houseStyleSchema, type HouseStyle } from '../news/house-style';
import type { Issue } from '../news/issue';
import { manuscriptSchema, type Manuscript } from '../news/manuscript';
import { deflate } from './database/inflated-text';
import type { Database } from './database/schema';
import { digestOfEdition, MOST_BYTES_OF_CONTENT, readWhole } from './edition-digest';

/** All that an issue is printed from. */
export interface IssueToPrint {
  issue: Issue;
  /** Without those in the bin. */
  clips: readonly Clip[];
  style: HouseStyle;
}

/** Prints an issue in every form that there is, each under its name (`printForms` in src/newsletter). */
export type PrintForms = (
  manuscript: Manuscript,
  style: HouseStyle,
  draftAddress: string | undefined,
) => Promise<Record<string, string>>;

const { groupForm, ...settings } = houseStyleSchema.entries;
const contentSchema = v.object({
  manuscript: manuscriptSchema,
  /** Editions without this setting were printed with the headlines first. */
  style: v.object({ ...settings, groupForm: v.optional(groupForm.wrapped, 'headlines') }),
  printed: v.record(v.string(), v.string()),
});

/** An edition with its content, ready to be shown and copied. */
export type OpenEdition = Omit<Edition, 'content'> & v.InferOutput<typeof contentSchema>;

/** Prints an issue as it is now, in all forms. `day`: see `assembleManuscript`. */
export async function makeEdition(
  { issue, clips, style }: IssueToPrint,
  print: PrintForms,
  day?: string,
): Promise<Edition> {
  const printedClips = clipsInPeriod(issue, clips);
  const manuscript = assembleManuscript(issue, printedClips, style, day);
  const content = { manuscript, style, printed: await print(manuscript, style, issue.draftAddress) };
  const idsOf = (some: readonly Clip[]) => some.map(({ id }) => id).sort();
  const pictureId = issue.cover?.pictureId;
  const about = {
    issueId: issue.id,
    clipIds: idsOf(printedClips),
    leftOutIds: idsOf(clips.filter((clip) => !printedClips.includes(clip))),
    ...(pictureId !== undefined && { pictureId }),
  };
  const bytes = await deflate(JSON.stringify(content), MOST_BYTES_OF_CONTENT);
  return { id: await digestOfEdition({ ...about, ...content }), ...about, content: bytes.toBase64() };
}

/** Returns `undefined` if there is no such edition, or its content is damaged. */
export async function readEdition(database: Database, id: string): Promise<OpenEdition | undefined> {
  const edition = await database.get('editions', id);
  if (edition === undefined) return undefined;
  const { content: _, ...about } = edition;
  const parsed = v.safeParse(contentSchema, await readWhole(edition));
  return parsed.success ? { ...about, ...parsed.output } : undefined;
}
