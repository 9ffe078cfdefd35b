import { HAN, HANGUL } from '../text/unicode-letters';
import { wordKey } from '../evidence/headline-comparison';

/** Separators between a headline and a site's additions in a title. */
const SEPARATOR = /(?<!\s)\s+[|\-–—·•:»›/~]+\s+|(?:(?<!\s)\s+)?(?:[|｜_丨ㅣ]+|--+|——)\s*/u;
const SEPARATORS = new RegExp(SEPARATOR, 'gu');

/** A section without a space before it, at the end of Chinese and Korean titles, before the outlet. */
const SECTION = new RegExp(String.raw`(?:(?<!\s)\s+)?[-－–—][${HAN}${HANGUL}]{1,6}$`, 'u');
/** Labels at the end of a headline. */
const LABEL =
  /(?:(?<!\s)\s+)?[[(](?:infographics?|video|photos?|pics|audio|podcast|opinion|updated?|видео|фото|图|圖|视频|影片)[\])]$/iu;

const MOST_WORDS = 3;
/** Letters: a shorter name begins other words. */
const SHORTEST_NAME = 6;

/**
 * Removes the outlet, the section and the tagline from a title: several from the end, one from the start. At separators that
 * headlines use themselves (a dash, a colon), only a name of the outlet is removed.
 * @param outletKeys the names of the outlet, in the form of `wordKey`
 */
export function trimHeadline(title: string, outletKeys: ReadonlySet<string>): string {
  const isOutlet = (part: string) => outletKeys.has(wordKey(part)) || isPartOfOutlet(part, outletKeys);
  let headline = title;
  for (const { 0: separator, index } of [...title.matchAll(SEPARATORS)].reverse()) {
    const tail = headline.slice(index + separator.length);
    const head = headline.slice(0, index);
    if (head === '' || (!isOutlet(tail) && !isAddition(separator.trim(), head, tail))) break;
    headline = head;
  }
  if (headline !== title) headline = headline.replace(SECTION, '');
  headline = headline.replace(LABEL, '');
  const first = SEPARATOR.exec(headline);
  if (first !== null && isOutlet(headline.slice(0, first.index)))
    headline = headline.slice(first.index + first[0].length);
  return headline;
}

/** Whether a part of a title is the outlet's name and one or two words more, as of its blog: `Harbour Courier Features`. */
function isPartOfOutlet(part: string, outletKeys: ReadonlySet<string>): boolean {
  const key = wordKey(part);
  return (
    part.split(/\s+/u).length <= MOST_WORDS &&
    [...outletKeys].some((name) => name.length >= SHORTEST_NAME && key.startsWith(name))
  );
}

/**
 * Whether the part after a separator is an addition: a bar or an underscore is not part of a headline, and the addition is
 * shorter than the headline.
 */
function isAddition(separator: string, head: string, tail: string): boolean {
  return /^(?:[|｜_丨ㅣ]+|--+)$/u.test(separator) && head.length > tail.length;
}
