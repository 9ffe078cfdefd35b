import { HAN, HANGUL } from '../text/unicode-letters';
import { wordKey } from '../evidence/headline-comparison';

/** What stands between a headline and what a site adds to it in a title. */
const SEPARATOR = /(?<!\s)\s+[|\-–—·•:»›/~]+\s+|(?:(?<!\s)\s+)?(?:[|｜_丨ㅣ]+|--+|——)\s*/u;
const SEPARATORS = new RegExp(SEPARATOR, 'gu');

/** A section that is set close in Chinese and Korean titles, before the outlet. */
const SECTION = new RegExp(String.raw`(?:(?<!\s)\s+)?[-－–—][${HAN}${HANGUL}]{1,6}$`, 'u');
/** What a headline is labelled as at its end. */
const LABEL =
  /(?:(?<!\s)\s+)?[[(](?:infographics?|video|photos?|pics|audio|podcast|opinion|updated?|видео|фото|图|圖|视频|影片)[\])]$/iu;

/**
 * Cuts the outlet, the section and the tagline off a title: stacked ones from the end, one from the start. A separator
 * that headlines use themselves (a dash, a colon) is cut at only before a name of the outlet.
 * @param outletKeys the names under which the outlet appears, as `wordKey` makes them
 */
export function trimHeadline(title: string, outletKeys: ReadonlySet<string>): string {
  const isOutlet = (part: string) => outletKeys.has(wordKey(part));
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

/** A bar or an underscore is no part of a headline; what follows it is shorter than the headline. */
function isAddition(separator: string, head: string, tail: string): boolean {
  return /^(?:[|｜_丨ㅣ]+|--+)$/u.test(separator) && head.length > tail.length;
}
