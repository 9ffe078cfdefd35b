import * as v from 'valibot';
import { houseStyleSchema } from './house-style';
import { keyedRecordSchema } from './keyed-record';
import { editsSchema } from './edits/edits';

/** What the analyst has set once for all issues. Kept in the database, so that one backup holds it. */
export const preferencesSchema = v.object({
  houseStyle: v.optional(houseStyleSchema, {}),
  /** Titles, in order, for each new issue. */
  standingSections: v.optional(v.array(v.string()), []),
  /** Host without `www.` → the outlet's name as the analyst wants it. */
  outletNames: v.optional(keyedRecordSchema(v.string()), {}),
  title: v.exactOptional(v.string()),
  subtitle: v.exactOptional(v.string()),
  signOff: v.exactOptional(v.string()),
  /** Where issues are pasted or sent: an id of newsletter/targets.ts. Absent: they are read as Markdown. */
  target: v.exactOptional(v.string()),
  /** More words of one article are not to be quoted. Absent: any number. */
  mostQuotedWords: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** The title of the section chosen last; absent: unsorted. */
  lastSection: v.exactOptional(v.string()),
  /** What has become of the fields: what a merge needs, kept by storage. Absent: they are as they were first. */
  edits: v.exactOptional(editsSchema),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

export const DEFAULT_PREFERENCES: Preferences = v.parse(preferencesSchema, {});
