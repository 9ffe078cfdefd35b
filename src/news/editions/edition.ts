import * as v from 'valibot';
import { recordIdSchema } from '../record-id';

/** An issue as it was published, or published again after a correction. It never changes. */
export const editionSchema = v.object({
  /** A digest of everything else, so that two machines which publish the same make the same record. */
  id: recordIdSchema,
  issueId: recordIdSchema,
  /** The clips that it prints. */
  clipIds: v.array(recordIdSchema),
  /** The clips that the issue's period left out. */
  leftOutIds: v.array(recordIdSchema),
  /** The cover's picture. */
  pictureId: v.exactOptional(recordIdSchema),
  /** The manuscript, its house style and all printed forms: JSON, gzipped, in base64. storage/edition-content.ts reads it. */
  content: v.string(),
});
export type Edition = v.InferOutput<typeof editionSchema>;
