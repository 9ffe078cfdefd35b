import * as v from 'valibot';

/** Ours are UUIDs; a file may bring others. They are repeated in keys, in indexes and in the names of edited fields. */
export const recordIdSchema = v.pipe(v.string(), v.maxLength(100));
