import * as v from 'valibot';

/** Our ids are UUIDs, but a file may contain others. Ids are repeated in keys, in indexes and in the paths of edited fields. */
export const recordIdSchema = v.pipe(v.string(), v.maxLength(100));
