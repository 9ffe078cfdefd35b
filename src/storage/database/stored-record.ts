import { generateKeyBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { recordIdSchema } from '../../news/record-id';
import { clipSchema } from '../../news/clip';
import { draftSchema } from '../../news/draft';
import { editionSchema } from '../../news/editions/edition';
import { issueSchema } from '../../news/issue';
import { leadPictureSchema } from '../../news/lead-picture';
import { newsletterSchema } from '../../news/merge/newsletter-record';
import { preferencesSchema } from '../../news/preferences';
import { revisionSchema } from '../../news/revision';
import { instantSchema } from '../../news/time-bounds';
import { MOST_BYTES } from './record-limits';

/** A rank that fractional-indexing cannot read would prevent every later clip from being added to its section. */
const rankSchema = v.pipe(v.string(), v.check(isRank, 'no rank'));
const storedClipSchema = v.object({ ...clipSchema.entries, rank: rankSchema });

/** The schema of each store. All records that are written or read from a backup are parsed with it. */
export const STORED_SCHEMAS = {
  clips: storedClipSchema,
  issues: issueSchema,
  drafts: draftSchema,
  preferences: preferencesSchema,
  newsletters: newsletterSchema,
  editions: editionSchema,
  snapshots: v.object({
    clipId: recordIdSchema,
    markdown: v.custom<Uint8Array<ArrayBuffer>>(
      (value) => value instanceof Uint8Array && value.length <= MOST_BYTES,
      'too long',
    ),
    isTextCut: v.exactOptional(v.literal(true)),
    leadPicture: v.exactOptional(leadPictureSchema),
    savedAt: instantSchema,
  }),
  pictures: v.object({
    id: recordIdSchema,
    data: v.pipe(
      v.blob(),
      v.maxSize(MOST_BYTES, 'too long'),
      v.check(({ type }) => type.length <= 100),
    ),
  }),
  formers: v.object({
    clipId: recordIdSchema,
    clip: v.exactOptional(storedClipSchema),
    revision: revisionSchema,
    newSectionId: v.exactOptional(recordIdSchema),
  }),
};

function isRank(text: string): boolean {
  try {
    return generateKeyBetween(text, null) > text;
  } catch {
    return false; // the library throws a plain Error for invalid keys
  }
}
