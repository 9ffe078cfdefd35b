import * as v from 'valibot';
import { tidyLine } from './text/plain-text';

/** A value that was found for a field of an article, and where it was found (`json-ld`, `og:title`, `h1`, …). */
export interface Candidate {
  value: string;
  source: string;
}

const MOST_CANDIDATES = 12;
/** In characters. The reader cuts off sooner; what is longer comes from no reader of ours. */
const LONGEST_VALUE = 100_000;

/** What a page says in one field is cut off after so many characters. */
export const LONGEST_FIELD = 10_000;

const candidate = v.object({
  value: v.pipe(v.string(), v.maxLength(LONGEST_VALUE)),
  source: v.pipe(v.string(), v.maxLength(60)),
});

/**
 * Parses the candidates for a field, best first. What is no candidate is left out, as are empty values and repetitions;
 * a page cannot make the list long.
 */
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
