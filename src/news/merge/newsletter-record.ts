import * as v from 'valibot';
import { editsSchema } from '../edits/edits';
import { preferencesSchema } from '../preferences';
import { recordIdSchema } from '../record-id';
import { instantSchema } from '../time-bounds';

/** The state and the settings of a newsletter. */
export const newsletterSchema = v.object({
  id: recordIdSchema,
  /** The draft that receives clips, until it is published. Absent: nobody has chosen one, and it is the issue made last. */
  currentIssueId: v.exactOptional(recordIdSchema),
  /** Of a further newsletter; those of the first one are the preferences. Both share what `preferencesFor` names. */
  settings: v.exactOptional(preferencesSchema),
  /** Of a further newsletter. An instant in UTC. */
  createdAt: v.exactOptional(instantSchema),
  /** It is shown only while it holds issues or clips: another machine may have filed some in it meanwhile. */
  isRemoved: v.exactOptional(v.literal(true)),
  /** The edit history of the fields, which merging needs and storage maintains. Absent: no field has been edited. */
  edits: v.exactOptional(editsSchema),
});
export type Newsletter = v.InferOutput<typeof newsletterSchema>;
