import * as v from 'valibot';
import { clipContentSchema } from './clip';
import { revisionSchema } from './revision';
import { instantSchema } from './time-bounds';

/** What stands in the popup and is not saved yet. One for each page. */
export const draftSchema = v.object({
  /** `articleKey` of the tab's address, or `tab:` and the bare address, or `new` where nothing is known. */
  key: v.string(),
  content: clipContentSchema,
  /** Fields the analyst has typed into: the reader no longer fills these in. */
  touched: v.array(v.string()),
  /** Title of a section to be made on saving. */
  newSection: v.exactOptional(v.string()),
  /** What the stored clip said that `content` started from: where it has been changed since, the words of both are kept when the draft is saved. */
  base: v.exactOptional(clipContentSchema),
  /** The revision of that clip. */
  basedOn: v.exactOptional(revisionSchema),
  changedAt: instantSchema,
});
export type Draft = v.InferOutput<typeof draftSchema>;
