import * as v from 'valibot';
import { clipContentSchema } from './clip';
import { revisionSchema } from './revision';
import { instantSchema } from './time-bounds';

/** The unsaved content of the popup. There is one draft for each page. */
export const draftSchema = v.object({
  /** `articleKey` of the tab's address, or `tab:` and a digest of the bare address, or `new` if nothing is known. */
  key: v.string(),
  content: clipContentSchema,
  /** The fields that the analyst has edited; the reader does not overwrite them. */
  touched: v.array(v.string()),
  /** The title of a section that will be created on saving. */
  newSection: v.exactOptional(v.string()),
  /** The stored clip from which `content` was made. If the clip has been changed since, saving the draft keeps both texts. */
  base: v.exactOptional(clipContentSchema),
  /** The revision of that clip. */
  basedOn: v.exactOptional(revisionSchema),
  changedAt: instantSchema,
});
export type Draft = v.InferOutput<typeof draftSchema>;
