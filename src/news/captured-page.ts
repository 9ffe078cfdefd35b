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
 * A passage that was selected in a page, with its position: a plain hast tree (elements, text, few attributes), which quotes/ has
 * not sanitized yet.
 */
export const passageSchema = v.object({
  tree: treeSchema,
  textQuote: textQuoteSchema,
  textPosition: textPositionSchema,
  /** The link that leads to the passage; absent if no link is certain to. */
  fragment: v.exactOptional(textFragmentSchema),
  /** The invisible text in the passage, which the tree leaves out, and the tree that includes it. */
  concealed: v.exactOptional(v.object({ words: v.pipe(v.string(), v.maxLength(10_000)), whole: treeSchema })),
});
export type Passage = v.InferOutput<typeof passageSchema>;

/** The candidates for each field, best first. `published` is an ISO instant with an offset, or a day. */
export const fieldCandidatesSchema = v.object(valueForEach(ARTICLE_FIELD_NAMES, () => candidatesSchema));
export type FieldCandidates = v.InferOutput<typeof fieldCandidatesSchema>;

const pageSchema = v.object({
  /** `location.href` of the frame that was read. */
  location: v.pipe(v.string(), v.maxLength(100_000)),
  fields: fieldCandidatesSchema,
  /** The names in the byline, in the printed order. */
  authors: v.fallback(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(50)), []),
  /** Checked one by one, so that one that is invalid does not cost the others. */
  passages: v.fallback(v.array(v.fallback(v.optional(passageSchema), undefined)), []),
  /** The text of the selection as the browser gives it. Absent if nothing is selected, and in pages of ours. */
  selectedText: v.exactOptional(v.string()),
  /** Something is selected that could not be read, or not all of it. */
  isSelectionUnread: v.exactOptional(v.boolean()),
  /** The HTTP status of the response, if it is an error. */
  errorStatus: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(999))),
  /** Whether the browser was still loading the page. */
  isLoading: v.exactOptional(v.boolean()),
});
export type CapturedPage = Omit<v.InferOutput<typeof pageSchema>, 'passages'> & { passages: Passage[] };

/**
 * What the injected reader found in a page. It crosses a boundary and must be parsed with this schema. Parsing also removes
 * tracking, AMP and mobile forms from addresses, and reduces source credits to names.
 */
export const capturedPageSchema = v.pipe(
  pageSchema,
  v.transform(({ fields, passages: all, ...page }): CapturedPage => {
    const passages = all.slice(0, 100).filter((passage) => passage !== undefined);
    const isPartUnread = passages.length < (all.length || Number(/\S/u.test(page.selectedText ?? '')));
    const addresses = fields.address.map(({ value, source }) => ({
      value: articleAddress(page.location, value) ?? '',
      source,
    }));
    return {
      ...page,
      passages,
      ...(isPartUnread && { isSelectionUnread: true }),
      fields: {
        ...fields,
        sourceCredit: v.parse(candidatesSchema, creditsIn(fields.sourceCredit, fields.outlet)),
        address: v.parse(candidatesSchema, [...addresses, ...archiveCandidates(page.location)]),
      },
    };
  }),
);

/** The link to the archived page, which is kept beside the link to the original. */
function archiveCandidates(location: string): { value: string; source: string }[] {
  return location.startsWith('https://web.archive.org/') ? [{ value: location, source: 'archive' }] : [];
}
