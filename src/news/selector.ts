import * as v from 'valibot';

/**
 * The position of a quote in its page, after the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector). Both selectors refer to the page's text: the text nodes of the
 * body in document order, without those in script, style, noscript, template and similar elements.
 */
export interface TextQuoteSelector {
  exact: string;
  /** About 64 characters before and after the quote, exactly as in the page; up to 200 if most of them are white space. */
  prefix: string;
  suffix: string;
}

/** Offsets in UTF-16 code units; `end` is exclusive. */
export interface TextPositionSelector {
  start: number;
  end: number;
}

const LONGEST_QUOTE = 200_000;
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const textQuoteSchema = v.object({
  exact: v.pipe(v.string(), v.maxLength(LONGEST_QUOTE)),
  prefix: v.pipe(v.string(), v.maxLength(200)),
  suffix: v.pipe(v.string(), v.maxLength(200)),
});

export const textPositionSchema = v.object({ start: offset, end: offset });

/** A link to text (https://wicg.github.io/scroll-to-text-fragment/), to be placed after the `#` of an address: `:~:text=…`. */
export const textFragmentSchema = v.pipe(
  v.string(),
  v.maxLength(5_000),
  v.regex(/^:~:text=[\w%,.!~*'()-]+$/u),
);
