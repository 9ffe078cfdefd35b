import * as v from 'valibot';
import { houseStyleSchema } from './house-style';
import { keyedRecordSchema } from './keyed-record';
import { editsSchema } from './edits/edits';

/** The settings of the analyst for all issues. They are in the database, so that one backup contains everything. */
export const preferencesSchema = v.object({
  houseStyle: v.optional(houseStyleSchema, {}),
  /** The titles, in order, of the sections of each new issue. */
  standingSections: v.optional(v.array(v.string()), []),
  /** Host without `www.` → the name that the analyst has chosen for the outlet. */
  outletNames: v.optional(keyedRecordSchema(v.string()), {}),
  title: v.exactOptional(v.string()),
  subtitle: v.exactOptional(v.string()),
  signOff: v.exactOptional(v.string()),
  /** Where issues are pasted or sent: an id of newsletter/targets.ts. Absent: Markdown. */
  target: v.exactOptional(v.string()),
  /** The form in which the issue was copied or saved last, if not in that of its target: `richText`, `file.md`. */
  exportForm: v.exactOptional(v.string()),
  /** The most words that should be quoted from one article. Absent: no limit. */
  mostQuotedWords: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** The title of the section that was chosen last; absent: the inbox. */
  lastSection: v.exactOptional(v.string()),
  /** The popup stays open after saving. Absent: it closes once “Saved” was seen. */
  keepsPopupOpen: v.exactOptional(v.boolean()),
  /** The edit history of the fields, which merging needs and storage maintains. Absent: no field has been edited. */
  edits: v.exactOptional(editsSchema),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

/** The preferences that apply to a further newsletter: its own settings, and what all newsletters share. */
export function preferencesFor(shared: Preferences, settings: Preferences): Preferences {
  const { outletNames, keepsPopupOpen, houseStyle } = shared;
  const { edits, keepsPopupOpen: _, ...own } = settings;
  return {
    ...own,
    houseStyle: { ...own.houseStyle, severalLanguages: houseStyle.severalLanguages },
    outletNames,
    ...(keepsPopupOpen !== undefined && { keepsPopupOpen }),
  };
}

export const DEFAULT_PREFERENCES: Preferences = v.parse(preferencesSchema, {});
