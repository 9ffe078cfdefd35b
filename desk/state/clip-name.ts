import type { Clip } from '../../src/news/clip';
import { unmarkedWords } from '../../src/news/text/unmarked-words';

const LONGEST = 80;
/** Longer than any headline. Browsers need seconds to lay out one of 100,000 characters. */
const LONGEST_HEADLINE = 500;
/** Characters of a text in which its first words are, with the addresses of links among them. */
const MOST_READ = 2_000;

/** The name of a clip where it is listed: the best text it has. `undefined` if it has none. */
export function nameClip(
  clip: Pick<Clip, 'headline' | 'outlet' | 'quotes' | 'comment' | 'address'>,
): string | undefined {
  const { headline, quotes, comment, outlet, address } = clip;
  if (headline !== undefined) return shorten(headline, LONGEST_HEADLINE);
  return firstWords(quotes[0]?.markdown ?? comment) ?? outlet ?? address;
}

function firstWords(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  const text = unmarkedWords(markdown.slice(0, MOST_READ)).replace(/[>#]/gu, '').trim();
  return shorten(text, LONGEST);
}

function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '')}…` : text;
}
