import * as v from 'valibot';
import { articleKey } from './address';
import { fieldCandidatesSchema } from './captured-page';
import { ARTICLE_TEXT_FIELDS, valueForEach } from './article-fields';
import { quotesInSchema } from './house-style';
import type { Section } from './issue';
import { editsSchema } from './edits/edits';
import { quoteSchema } from './quote';
import { revisionSchema } from './revision';
import { daySchema, instantSchema, pageInstantSchema } from './time-bounds';

/** What the analyst sees and edits of a clip: popup form, draft and stored clip share it. Absent is absent, never `''`. */
const clipContentEntries = {
  ...valueForEach(ARTICLE_TEXT_FIELDS, () => v.exactOptional(v.string())),
  relatedHeadlines: v.exactOptional(v.array(v.string())),
  /** The instant of publication with the page's own offset; of `publishedAt` and `publishedOn` a clip has one at most. */
  publishedAt: v.exactOptional(pageInstantSchema),
  /** The day of publication, when the page says no more or the analyst has set it. */
  publishedOn: v.exactOptional(daySchema),
  /** The label to print in place of the one made from `language`: `Chinese-language`. */
  languageLabel: v.exactOptional(v.string()),
  showDate: v.boolean(),
  showLanguage: v.boolean(),
  quotes: v.array(quoteSchema),
  /** What is printed of the quotes that have a translation. Absent: what the house style says. */
  quotesIn: v.exactOptional(quotesInSchema),
  /** The analyst's own words, Markdown. All there is of a note. */
  comment: v.exactOptional(v.string()),
  /** No article: words of the analyst's own that stand between the clips. */
  isNote: v.exactOptional(v.literal(true)),
  /** The id of a section of the clip's issue. Absent: unsorted. */
  sectionId: v.exactOptional(v.string()),
};

export const clipContentSchema = v.object(clipContentEntries);
export type ClipContent = v.InferOutput<typeof clipContentSchema>;

export const clipSchema = v.object({
  ...clipContentEntries,
  id: v.string(),
  issueId: v.string(),
  /** Place within its section: keys of fractional-indexing, compared by code unit; equal ones by `id`. */
  rank: v.string(),
  /** What makes it the same article (`articleKey` in address.ts). Absent: the article has no address. */
  articleKey: v.exactOptional(v.string()),
  /** What was found on the page for each field, best first. */
  candidates: v.exactOptional(v.partial(fieldCandidatesSchema)),
  /** The clip of the same article in an earlier issue. */
  earlierClipId: v.exactOptional(v.string()),
  /** The ids of clips of the same article that were made on other machines and have become this one. */
  formerIds: v.exactOptional(v.array(v.string())),
  /** What has become of the fields: what a merge needs, kept by storage. Absent: they are as they were first. */
  edits: v.exactOptional(editsSchema),
  /** Instants in UTC (`Date.toISOString`). */
  clippedAt: instantSchema,
  changedAt: instantSchema,
  /** Since when it lies in the bin. */
  binnedAt: v.exactOptional(instantSchema),
  /** Counts the writes in this database: a save that started from an older revision is noticed. Merging does not look at it. */
  revision: revisionSchema,
});
export type Clip = v.InferOutput<typeof clipSchema>;

/** What makes a clip one of the same article as another. `undefined`: it has no address. */
export function articleKeyOfClip({
  articleKey: key,
  address,
}: Pick<Clip, 'articleKey' | 'address'>): string | undefined {
  return key ?? (address === undefined ? undefined : articleKey(address));
}

/** The day printed on the page, never shifted to the reader's zone. `YYYY-MM-DD`. */
export function publicationDay(clip: Pick<ClipContent, 'publishedAt' | 'publishedOn'>): string | undefined {
  return clip.publishedAt?.slice(0, 10) ?? clip.publishedOn;
}

/** The order of clips within a section. */
export function byRank(a: Pick<Clip, 'rank' | 'id'>, b: Pick<Clip, 'rank' | 'id'>): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** A clip is unsorted when its section is none of its issue's, or no longer. */
export function isUnsorted(
  clip: Pick<ClipContent, 'sectionId'>,
  issue: { sections: readonly Section[] } | undefined,
): boolean {
  return issue?.sections.every((section) => section.id !== clip.sectionId) ?? true;
}
