import { generateKeyBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { clipSchema } from '../news/clip';
import { draftSchema } from '../news/draft';
import { issueSchema } from '../news/issue';
import { leadPictureSchema } from '../news/lead-picture';
import { preferencesSchema } from '../news/preferences';
import type { Picture } from './schema';

const bytes = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => Uint8Array.fromBase64(text)),
);

/** A rank that fractional-indexing cannot read would keep every later clip out of its section. */
const storedClipSchema = v.pipe(
  clipSchema,
  v.check(({ rank }) => isRank(rank), 'no rank'),
);

/** Each record as it stands in a file. A file is data of strangers: nothing enters the database unparsed. */
export const recordSchema = v.variant('store', [
  v.object({ store: v.literal('clips'), record: storedClipSchema }),
  v.object({ store: v.literal('issues'), record: issueSchema }),
  v.object({ store: v.literal('drafts'), record: draftSchema }),
  v.object({ store: v.literal('preferences'), record: preferencesSchema }),
  v.object({
    store: v.literal('snapshots'),
    record: v.object({
      clipId: v.string(),
      markdown: bytes,
      leadPicture: v.exactOptional(leadPictureSchema),
      savedAt: v.string(),
    }),
  }),
  v.object({
    store: v.literal('pictures'),
    record: v.pipe(
      v.object({ id: v.string(), type: v.pipe(v.string(), v.maxLength(100)), data: bytes }),
      v.transform(({ id, type, data }): Picture => ({ id, data: new Blob([data], { type }) })),
    ),
  }),
  v.object({
    store: v.literal('formers'),
    record: v.object({
      clipId: v.string(),
      clip: v.exactOptional(storedClipSchema),
      revision: v.number(),
      newSectionId: v.exactOptional(v.string()),
    }),
  }),
]);

function isRank(text: string): boolean {
  try {
    return generateKeyBetween(text, null) > text;
  } catch {
    return false; // the library throws a plain Error for what is no key of its own
  }
}
