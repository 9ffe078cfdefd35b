import { wordKey } from '../evidence/headline-comparison';
import { hasLetter } from '../text/unicode-letters';

/** Separators between a headline and a site's additions in a title. */
const SEPARATORS =
  /(?<!\s)\s+[-–—·•:»›/~]+\s+|(?:(?<!\s)\s+)?(?:(?:[|｜_丨ㅣ»]+|--+|——|::)\s*|[-－–—]\s*(?=[^-－–—\s]*$))/u;

/**
 * The parts of a title other than the headline: the names of section and outlet, the outermost first. Empty if the title
 * neither begins nor ends with the headline.
 */
export function additionsToTitle(title: string, headline: string): string[] {
  const rest = restOf(title, headline);
  if (rest === undefined) return [];
  const parts = rest.text.split(SEPARATORS).flatMap((part) => (hasLetter(part) ? [part.trim()] : []));
  return rest.isAfter ? parts.reverse() : parts;
}

function restOf(title: string, headline: string): { text: string; isAfter: boolean } | undefined {
  const key = wordKey(headline);
  if (key === '') return undefined;
  const whole = wordKey(title);
  const letters = Array.from(title.normalize('NFC'));
  if (whole.startsWith(key)) {
    const end = lettersOf(key, letters);
    return end === undefined ? undefined : { text: letters.slice(end).join(''), isAfter: true };
  }
  if (!whole.endsWith(key)) return undefined;
  const start = lettersOf(whole.slice(0, whole.length - key.length), letters);
  return start === undefined ? undefined : { text: letters.slice(0, start).join(''), isAfter: false };
}

/** How many letters at the beginning of a text make up a key. */
function lettersOf(key: string, letters: readonly string[]): number | undefined {
  let found = '';
  const at = letters.findIndex((letter) => (found += wordKey(letter)).length >= key.length);
  return found === key ? at + 1 : undefined;
}
