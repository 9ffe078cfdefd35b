import * as v from 'valibot';

const line = v.exactOptional(v.string());

/** A clip as the issue prints it: what is not to be shown is not there. `publishedOn` is a day, quotes are Markdown. */
export const manuscriptClipSchema = v.object({
  url: line,
  headline: line,
  relatedHeadlines: v.exactOptional(v.array(v.string())),
  outlet: line,
  byline: line,
  languageLabel: line,
  publishedOn: line,
  dek: line,
  quotes: v.exactOptional(v.array(v.string())),
  comment: line,
});
export type ManuscriptClip = v.InferOutput<typeof manuscriptClipSchema>;

/**
 * An issue with all that it prints, in order: what newsletter/ composes, and the format of `npm run draft`.
 * A section without a title holds the unsorted clips; it stands last.
 */
export const manuscriptSchema = v.object({
  title: line,
  subtitle: line,
  introduction: line,
  cover: v.exactOptional(v.object({ picture: line, alt: line, caption: line })),
  sections: v.optional(
    v.array(v.object({ title: line, clips: v.optional(v.array(manuscriptClipSchema), []) })),
    [],
  ),
  signOff: line,
});
export type Manuscript = v.InferOutput<typeof manuscriptSchema>;
