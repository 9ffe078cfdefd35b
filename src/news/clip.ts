import * as v from 'valibot';
import { recordIdSchema } from './record-id';
import { articleKey } from './address';
import { fieldCandidatesSchema } from './captured-page';
import { ARTICLE_TEXT_FIELDS, valueForEach } from './article-fields';
import { quotesInSchema } from './house-style';
import type { Section } from './issue';
import { editsSchema } from './edits/edits';
import { quoteSchema } from './quote';
import { revisionSchema } from './revision';
import { daySchema, instantSchema, pageInstantSchema } from './time-bounds';

/**
 * The parts of a clip that the analyst sees and edits. The popup form, the draft and the stored clip share them. A field without
 * a value is absent, never `''`.
 */
const clipContentEntries = {
  ...valueForEach(ARTICLE_TEXT_FIELDS, () => v.exactOptional(v.string())),
  relatedHeadlines: v.exactOptional(v.array(v.string())),
  /** A copy of the article in an archive. */
  archiveAddress: v.exactOptional(v.string()),
  /** The same report elsewhere. */
  alternativeAddress: v.exactOptional(v.string()),
  /** The analyst has found that the article's link does not work any more. */
  isLinkDead: v.exactOptional(v.literal(true)),
  /** The publication instant, with the page's own offset. A clip has at most one of `publishedAt` and `publishedOn`. */
  publishedAt: v.exactOptional(pageInstantSchema),
  /** The publication day, if the page gives no time or the analyst has set the day. */
  publishedOn: v.exactOptional(daySchema),
  /** The label that is printed instead of the one made from `language`, such as `Chinese-language`. */
  languageLabel: v.exactOptional(v.string()),
  showDate: v.boolean(),
  showLanguage: v.boolean(),
  quotes: v.array(quoteSchema),
  /** What is printed of the quotes that have a translation. Absent: as the house style says. */
  quotesIn: v.exactOptional(quotesInSchema),
  /** The analyst's own text, in Markdown. A note has no other content. */
  comment: v.exactOptional(v.string()),
  /** The record is a note: text of the analyst's own, between the clips, without an article. */
  isNote: v.exactOptional(v.literal(true)),
  /** The id of a section of the clip's issue. Absent: it has none. */
  sectionId: v.exactOptional(recordIdSchema),
};

export const clipContentSchema = v.object(clipContentEntries);
export type ClipContent = v.InferOutput<typeof clipContentSchema>;

export const clipSchema = v.object({
  ...clipContentEntries,
  id: recordIdSchema,
  /** The id of the clip's issue, or of the newsletter whose inbox it is in. */
  issueId: recordIdSchema,
  /** The published issue that the clip would have entered: it came too late and is in the inbox instead. */
  lateFor: v.exactOptional(recordIdSchema),
  /** The clips of a section that have the same are printed as one item (`groupIntoItems` of assemble-manuscript.ts). */
  groupId: v.exactOptional(recordIdSchema),
  /** The clip's position in its section: a key of fractional-indexing. Keys are compared by code unit, and equal keys by `id`. */
  rank: v.string(),
  /** Equal for clips of the same article (`articleKey` in address.ts). Absent: the article has no address. */
  articleKey: v.exactOptional(v.string()),
  /** The values that were found in the page for each field, best first. */
  candidates: v.exactOptional(v.partial(fieldCandidatesSchema)),
  /** The clip of the same article in an earlier issue. */
  earlierClipId: v.exactOptional(recordIdSchema),
  /** The ids of clips of the same article that were made on other machines and merged into this one. */
  formerIds: v.exactOptional(v.array(recordIdSchema)),
  /** The edit history of the fields, which merging needs and storage maintains. Absent: no field has been edited. */
  edits: v.exactOptional(editsSchema),
  /** Instants in UTC (`Date.toISOString`). */
  clippedAt: instantSchema,
  changedAt: instantSchema,
  /** When it was moved to the bin. */
  binnedAt: v.exactOptional(instantSchema),
  /** Counts the writes in this database, so that a save that started from an older revision is detected. Merging ignores it. */
  revision: revisionSchema,
});
export type Clip = v.InferOutput<typeof clipSchema>;

/** The key that clips of the same article share. `undefined` if the clip has no address. */
export function articleKeyOfClip({
  articleKey: key,
  address,
}: Pick<Clip, 'articleKey' | 'address'>): string | undefined {
  return key ?? (address === undefined ? undefined : articleKey(address));
}

/** The publication day as the page prints it, never shifted to the reader's time zone. `YYYY-MM-DD`. */
export function publicationDay(clip: Pick<ClipContent, 'publishedAt' | 'publishedOn'>): string | undefined {
  return clip.publishedAt?.slice(0, 10) ?? clip.publishedOn;
}

/** The order of clips within a section. */
export function byRank(a: Pick<Clip, 'rank' | 'id'>, b: Pick<Clip, 'rank' | 'id'>): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The section of a title; `undefined` where there is none. */
export function sectionOfTitle(sections: readonly Section[], title: string | undefined): Section | undefined {
  return sections.find((section) => section.title === title);
}

/** Whether the clip's section is missing from its issue. Always true of clips in the inbox. */
export function isUnsorted(
  clip: Pick<ClipContent, 'sectionId'>,
  issue: { sections: readonly Section[] } | undefined,
): boolean {
  return issue?.sections.every((section) => section.id !== clip.sectionId) ?? true;
}
