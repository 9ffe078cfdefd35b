import { wordKey } from './headline-comparison';

/** What may stand between a headline and what a site adds to it in a title. */
const SEPARATORS = /\s+[-–—·•:»›/~]+\s+|\s*(?:[|｜_丨ㅣ»]+|--+|——|::)\s*|\s*[-－–—]\s*(?=[^-－–—\s]*$)/u;

/**
 * What a title says besides the headline: the names of section and outlet, the outermost first. Empty where the
 * headline stands neither at its beginning nor at its end.
 */
export function additionsToTitle(title: string, headline: string): string[] {
  const rest = restOf(title, headline);
  if (rest === undefined) return [];
  const parts = rest.text.split(SEPARATORS).flatMap((part) => (/\p{L}/u.test(part) ? [part.trim()] : []));
  return rest.isAfter ? parts.reverse() : parts;
}

function restOf(title: string, headline: string): { text: string; isAfter: boolean } | undefined {
  const key = wordKey(headline);
  if (key === '') return undefined;
  const letters = Array.from(title);
  const cut = (from: number, to: number) => letters.slice(from, to).join('');
  if (wordKey(title).startsWith(key)) {
    const at = letters.findIndex((_, index) => wordKey(cut(0, index + 1)) === key);
    return at < 0 ? undefined : { text: cut(at + 1, letters.length), isAfter: true };
  }
  if (!wordKey(title).endsWith(key)) return undefined;
  const at = letters.findLastIndex((_, index) => wordKey(cut(index, letters.length)) === key);
  return at < 0 ? undefined : { text: cut(0, at), isAfter: false };
}
