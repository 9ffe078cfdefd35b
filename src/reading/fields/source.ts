import { withoutInvisibleCharacters } from '../../news/text/plain-text';
import type { Candidate } from '../../news/candidate';
import { decodeReferences } from '../text/character-references';
import type { Evidence } from '../evidence/evidence';

/** A place in a page that may contain a field's value. A field is read from an ordered list of sources. */
export interface Source<E extends Evidence> {
  /** The name that is stored with a candidate: `json-ld`, `og:title`, `h1`. */
  name: string;
  read: (evidence: E) => Iterable<string | undefined>;
  /** The source searches the whole page, so it is used only if the sources before it have found nothing. */
  isLastResort?: boolean;
}

const MOST_PER_SOURCE = 5;
const MOST_CANDIDATES = 12;

/**
 * The candidates of the sources, in order, tidied and without duplicates. A source that fails because of the page returns none
 * and does not affect the others.
 */
export function gatherCandidates<E extends Evidence>(
  sources: readonly Source<E>[],
  evidence: E,
  tidy: (value: string) => string | undefined = tidyText,
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const source of sources) {
    if (source.isLastResort === true && found.size > 0) continue;
    for (const raw of readGuarded(source, evidence)) {
      const value = tidy(raw);
      if (value !== undefined && !found.has(value)) found.set(value, { value, source: source.name });
    }
  }
  return [...found.values()].slice(0, MOST_CANDIDATES);
}

function readGuarded<E extends Evidence>(source: Source<E>, evidence: E): string[] {
  try {
    const values: string[] = [];
    for (const value of source.read(evidence)) {
      if (value !== undefined && value !== '') values.push(value);
      if (values.length === MOST_PER_SOURCE) break;
    }
    return values;
  } catch (error) {
    console.debug('Clipsheet: source', source.name, error); // the page is hostile or broken; the other sources are read
    return [];
  }
}

/** More than any field contains. Tidying megabytes of a page would take too long. */
const MOST_CHARACTERS = 20_000;

/**
 * One line of text with decoded character references; `undefined` if nothing is left. Bidi controls are closed later, outside
 * the page.
 */
export function tidyText(text: string): string | undefined {
  const line = withoutInvisibleCharacters(decodeReferences(text.slice(0, MOST_CHARACTERS)));
  return line.replace(/\s+/gu, ' ').trim() || undefined;
}
