/** What is typed or pasted into the form that adds a clip. Not stored. */
export interface NewClipFields {
  address: string;
  headline: string;
  /** As typed; `undefined`: as the outlet directory says. */
  outlet?: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** Absent: the inbox. */
  sectionId?: string | undefined;
  /** Markdown. */
  quote: string;
}

export const NO_FIELDS: NewClipFields = { address: '', headline: '', day: '', quote: '' };
