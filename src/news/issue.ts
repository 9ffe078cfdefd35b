import * as v from 'valibot';
import { editsSchema } from './edits/edits';
import { revisionSchema } from './revision';
import { daySchema, instantSchema } from './time-bounds';

/** A numbered part of an issue. The number follows from its place and is not stored. */
export const sectionSchema = v.object({ id: v.string(), title: v.string() });
export type Section = v.InferOutput<typeof sectionSchema>;

export const coverSchema = v.object({
  /** Key of the stored picture. Absent: the caption stands alone. */
  pictureId: v.exactOptional(v.string()),
  alt: v.exactOptional(v.string()),
  caption: v.exactOptional(v.string()),
  /** Whose picture it is, printed after the caption. */
  credit: v.exactOptional(v.string()),
});
export type Cover = v.InferOutput<typeof coverSchema>;

/** When and where an issue went out. Absent in an issue: it is a draft. */
const publicationSchema = v.object({
  /** The day, where the analyst is: `YYYY-MM-DD`. */
  on: daySchema,
  address: v.exactOptional(v.string()),
});

/** Title, subtitle and sign-off as they are taken over from issue to issue. */
export const issueSchema = v.object({
  id: v.string(),
  title: v.exactOptional(v.string()),
  subtitle: v.exactOptional(v.string()),
  /** Markdown. */
  introduction: v.exactOptional(v.string()),
  cover: v.exactOptional(coverSchema),
  sections: v.array(sectionSchema),
  /** Markdown. */
  signOff: v.exactOptional(v.string()),
  /** The days (of clipping, in the analyst's own zone, inclusive) that are shown and exported; absent: all. `YYYY-MM-DD`. */
  period: v.exactOptional(v.object({ from: v.exactOptional(daySchema), to: v.exactOptional(daySchema) })),
  /** Of the post that it is pasted into, as the analyst has it from its editor. */
  draftAddress: v.exactOptional(v.string()),
  publication: v.exactOptional(publicationSchema),
  /** What has become of the fields: what a merge needs, kept by storage. Absent: they are as they were first. */
  edits: v.exactOptional(editsSchema),
  /** Instants in UTC. The issue made last is the current one. */
  createdAt: instantSchema,
  changedAt: instantSchema,
  revision: revisionSchema,
});
export type Issue = v.InferOutput<typeof issueSchema>;
