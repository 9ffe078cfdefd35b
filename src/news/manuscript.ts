import * as v from 'valibot';
import { SWITCHED_FIELDS, valueForEach } from './article-fields';

const described = (description: string) => v.exactOptional(v.pipe(v.string(), v.description(description)));
const text = (what: string) => described(`${what} Plain text, one line.`);
const markdown = (what: string) => described(`${what} Markdown; HTML in it is printed as text.`);

/** A passage of an article: only its words (Markdown), or with its speaker and translation. */
const manuscriptQuoteSchema = v.union([
  v.string(),
  v.object({
    speaker: text('Who says it.'),
    original: markdown('The words of the article.'),
    translation: markdown('The same in the language of the issue.'),
  }),
]);
export type ManuscriptQuote = v.InferOutput<typeof manuscriptQuoteSchema>;

/** A clip as the issue prints it. Anything that is not printed is absent. */
const manuscriptClipSchema = v.object({
  url: described('Address of the article, http or https. It is linked exactly once.'),
  archiveUrl: described('Address of a copy of the article in an archive.'),
  alternativeUrl: described('Address of the same report elsewhere.'),
  headline: text('Headline of the article.'),
  relatedHeadlines: v.exactOptional(
    v.pipe(v.array(v.string()), v.description('Other headlines on the matter. Plain text, a line each.')),
  ),
  outlet: text('Name of the publication as readers know it.'),
  languageLabel: text('Language of the article, as `Chinese-language`.'),
  language: described(
    'Language of the quotes, BCP 47, as `zh-Hans`; HTML says it where it is not that of the issue.',
  ),
  publishedOn: text('Day of publication, as `2023-02-20`.'),
  showsYear: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description('Whether the short form of that day has the year, because the issue is of another one.'),
    ),
  ),
  ...valueForEach(SWITCHED_FIELDS, (name) => text(`The article’s ${name}, for house styles that print it.`)),
  quotes: v.exactOptional(
    v.pipe(
      v.array(manuscriptQuoteSchema),
      v.description('Passages in the order of the article, Markdown; something was left out between them.'),
    ),
  ),
  comment: markdown('The words of the author of the issue.'),
  withPrevious: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description('Whether it is printed as one item with the clip before it: the comments come last.'),
    ),
  ),
  note: markdown('Words of the author’s own between two clips: nothing else of this one is printed.'),
});
export type ManuscriptClip = v.InferOutput<typeof manuscriptClipSchema>;

/** All texts that are printed of a quote, in Markdown. */
export function wordsOfQuote(quote: ManuscriptQuote): string[] {
  if (typeof quote === 'string') return [quote];
  return [quote.original, quote.translation].filter((words) => words !== undefined);
}

/**
 * An issue with everything that it prints, in order. newsletter/ composes it, and it is the format of `npm run draft`
 * (docs/issue.schema.json).
 */
export const manuscriptSchema = v.object({
  title: text('Title of the issue.'),
  subtitle: text('A line below the title.'),
  introduction: markdown('What stands before the contents.'),
  cover: v.exactOptional(
    v.object({
      picture: described(
        'File beside the issue, as `cover.jpg`, or an http address. Without it the caption stands alone.',
      ),
      alt: text('What the picture shows, for those who do not see it.'),
      caption: text('A line below the picture.'),
    }),
  ),
  sections: v.optional(
    v.array(
      v.object({
        title: text(
          'Title; the number is put before it. A section without one stands last, under no heading.',
        ),
        clips: v.optional(v.array(manuscriptClipSchema), []),
      }),
    ),
    [],
  ),
  signOff: markdown('What stands last.'),
});
export type Manuscript = v.InferOutput<typeof manuscriptSchema>;
