import * as v from 'valibot';
import { tidyLine } from './text/plain-text';

/** A value found for a field of an article, and its source (`json-ld`, `og:title`, `h1`, …). */
export interface Candidate {
  value: string;
  source: string;
}

const MOST_CANDIDATES = 12;
/** In characters. The reader cuts values off earlier, so a longer value does not come from our reader. */
const LONGEST_VALUE = 100_000;

/** The reader cuts a field of a page off after this many characters. */
export const LONGEST_FIELD = 10_000;

const candidate = v.object({
  value: v.pipe(v.string(), v.maxLength(LONGEST_VALUE)),
  source: v.pipe(v.string(), v.maxLength(60)),
});

/** Parses the candidates for a field, best first. Drops invalid, empty and repeated values, and limits the length of the list. */
export const candidatesSchema = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) => {
      const found: Candidate[] = [];
      for (const item of items.slice(0, 100)) {
        const parsed = v.safeParse(candidate, item);
        const value = parsed.success ? tidyLine(parsed.output.value, LONGEST_FIELD) : undefined;
        if (parsed.success && value !== undefined && found.every((other) => other.value !== value))
          found.push({ value, source: parsed.output.source });
      }
      return found.slice(0, MOST_CANDIDATES);
    }),
  ),
  [],
);
