import * as v from 'valibot';
import { recordIdSchema } from './record-id';
import { editsSchema } from './edits/edits';
import { revisionSchema } from './revision';
import { daySchema, instantSchema } from './time-bounds';

/** A numbered section of an issue. Its number is its position and is not stored. */
const sectionSchema = v.object({ id: recordIdSchema, title: v.string() });
export type Section = v.InferOutput<typeof sectionSchema>;

const coverSchema = v.object({
  /** The key of the stored picture. Absent: the cover is only a caption. */
  pictureId: v.exactOptional(recordIdSchema),
  alt: v.exactOptional(v.string()),
  caption: v.exactOptional(v.string()),
  /** The credit, printed after the caption. */
  credit: v.exactOptional(v.string()),
});
export type Cover = v.InferOutput<typeof coverSchema>;

/** When and where an issue was published. Absent in a draft. */
const publicationSchema = v.object({
  /** The day in the analyst's time zone: `YYYY-MM-DD`. */
  on: daySchema,
  address: v.exactOptional(v.string()),
  /** The edition that was published first (src/news/editions). Absent: it has not been stored yet. */
  editionId: v.exactOptional(recordIdSchema),
});

/** An edition that was published in place of an earlier one, and when. */
const correctionSchema = v.object({ at: instantSchema, editionId: recordIdSchema });

/** An issue. Each new issue takes over title, subtitle and sign-off. */
export const issueSchema = v.object({
  id: recordIdSchema,
  /** The newsletter to which the issue belongs. Absent: the first one. */
  newsletterId: v.exactOptional(recordIdSchema),
  title: v.exactOptional(v.string()),
  subtitle: v.exactOptional(v.string()),
  /** Markdown. */
  introduction: v.exactOptional(v.string()),
  cover: v.exactOptional(coverSchema),
  sections: v.array(sectionSchema),
  /** Markdown. */
  signOff: v.exactOptional(v.string()),
  /**
   * The days (of clipping, in the analyst's time zone, inclusive) that are shown and exported: `YYYY-MM-DD`. Absent: all days.
   */
  period: v.exactOptional(v.object({ from: v.exactOptional(daySchema), to: v.exactOptional(daySchema) })),
  /** The address of the draft post into which the issue is pasted, as the analyst has copied it from the editor. */
  draftAddress: v.exactOptional(v.string()),
  /** What the checks have found and the analyst has marked as intentional: keys of newsletter/checks/intentional-findings.ts. */
  meant: v.exactOptional(v.array(v.string())),
  publication: v.exactOptional(publicationSchema),
  /** No edition is named twice. Absent: the issue is as it was published first. */
  corrections: v.exactOptional(v.array(correctionSchema)),
  /** A published issue can be edited until it is published again. */
  isBeingCorrected: v.exactOptional(v.literal(true)),
  /** The edit history of the fields, which merging needs and storage maintains. Absent: no field has been edited. */
  edits: v.exactOptional(editsSchema),
  /** Instants in UTC. The issue that was created last is the current one. */
  createdAt: instantSchema,
  changedAt: instantSchema,
  revision: revisionSchema,
});
export type Issue = v.InferOutput<typeof issueSchema>;
