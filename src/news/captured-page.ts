import type { Root } from 'hast';
import * as v from 'valibot';
import { articleAddress } from './address';
import { candidatesSchema } from './candidate';
import { ARTICLE_FIELD_NAMES, valueForEach } from './article-fields';
import { creditsIn } from './source-credit';
import { textFragmentSchema, textPositionSchema, textQuoteSchema } from './selector';

const treeSchema = v.custom<Root>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'root',
);

/**
 * A passage selected in a page: a plain hast tree (elements, text, few attributes; not sanitised yet: that is quotes/'s
 * work) and where it stands.
 */
export const passageSchema = v.object({
  tree: treeSchema,
  textQuote: textQuoteSchema,
  textPosition: textPositionSchema,
  /** The link that shows the passage; absent where none is sure to. */
  fragment: v.exactOptional(textFragmentSchema),
  /** What the browser draws there and nobody sees, which the tree is without, and the tree with it. */
  concealed: v.exactOptional(v.object({ words: v.pipe(v.string(), v.maxLength(10_000)), whole: treeSchema })),
});
export type Passage = v.InferOutput<typeof passageSchema>;

/** The candidates for each field, best first; `published` is an ISO instant with an offset, or a plain day. */
export const fieldCandidatesSchema = v.object(valueForEach(ARTICLE_FIELD_NAMES, () => candidatesSchema));
export type FieldCandidates = v.InferOutput<typeof fieldCandidatesSchema>;

const pageSchema = v.object({
  /** `location.href` of the frame that was read. */
  location: v.pipe(v.string(), v.maxLength(100_000)),
  fields: fieldCandidatesSchema,
  /** The names in the byline, in the order printed. */
  authors: v.fallback(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(50)), []),
  passages: v.fallback(v.pipe(v.array(passageSchema), v.maxLength(100)), []),
  /** The HTTP status of the server's answer, where it is that of an error. */
  errorStatus: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(999))),
  /** Whether the browser was still receiving the page. */
  isLoading: v.exactOptional(v.boolean()),
});
export type CapturedPage = v.InferOutput<typeof pageSchema>;

/**
 * What the injected reader found in a page. It crossed a boundary: parse it with this before use. Its addresses are then
 * those to link to: sane, without tracking, AMP or mobile forms, and source credits are names.
 */
export const capturedPageSchema = v.pipe(
  pageSchema,
  v.transform(({ fields, ...page }): CapturedPage => {
    const addresses = fields.address.map(({ value, source }) => ({
      value: articleAddress(page.location, value) ?? '',
      source,
    }));
    return {
      ...page,
      fields: {
        ...fields,
        sourceCredit: v.parse(candidatesSchema, creditsIn(fields.sourceCredit, fields.outlet)),
        address: v.parse(candidatesSchema, [...addresses, ...archived(page.location)]),
      },
    };
  }),
);

/** The link to a page in an archive is kept beside the original's. */
function archived(location: string): { value: string; source: string }[] {
  return location.startsWith('https://web.archive.org/') ? [{ value: location, source: 'archive' }] : [];
}
