/** Separates the credit of a picture from the text under it. */

/** The parts of the text under a picture. */
export interface Caption {
  caption?: string;
  credit?: string;
}

const LONGEST_CREDIT = 120;
const MOST_WORDS = 14;
const NAMES = `[^()（）[\\]]{2,${String(LONGEST_CREDIT)}}`;

const NOUN =
  'photo(?:graph(?:er|s|y)?|s)?|pictures?|images?|illustration|graphic|credits?|foto(?:graf(?:ía|ia|o)?)?|bild(?:quelle|nachweis)?|crédits?|crédito|zdjęcie|фото(?:графия|граф)?|снимок|изображение|иллюстрация|source|quelle|источник|图片来源|圖片來源|图片|圖片|图源|圖源|来源|來源|摄影|攝影|图|圖|写真|撮影|사진';
/**
 * `Photo:`, `Photograph by`, `Image source,`, `图片来源：`, `Фото:`, `©`: the noun is a label if the right mark or word follows it.
 */
const LABEL = `(?:(?:${NOUN})(?:\\s+(?:credits?|source|copyright|courtesy))?(?:\\s*(?:[:：/／=]|\\.\\.\\.|…)|,(?=\\s)|\\s+(?:by|via|courtesy of|von|par|por)(?=\\s))|(?:©|ⓒ|\\(c\\)|copyright(?:\\s*©)?)(?:\\s*[:：])?)\\s*`;
const LABELS = new RegExp(`(?<=^|[\\s.。,，;；|｜•·—–-])${LABEL}`, 'giu');
const LABELS_AT_START = new RegExp(`^(?:${LABEL}|credits?\\b\\s*)+`, 'iu');
/** The page's own label for a caption: `Image caption, …`. */
const CAPTION_LABEL = /^(?:image |photo )?caption\s*[,:：]\s*/iu;
/** `新华社记者 张三 摄`, `受访者供图`, `新华社发（张三 摄）`. */
const CHINESE =
  /(?<=^|[\s。，,；;！）)])(?:(?:[㐀-鿿]{2,8}(?:社|网|報|报)?\s?(?:特约)?(?:记者|記者|通讯员)\s?)?[㐀-鿿·]{2,12}(?:[、\s][㐀-鿿·]{2,4}){0,3}\s?(?:摄|攝|供图|供圖|制图)|[㐀-鿿]{2,6}社[发發](?:\s?[（(][^()（）]{2,20}[)）])?)[。]?$/u;
/** Text in brackets at the end. It is a credit if it reads like one. */
const BRACKETS = new RegExp(`[（([](${NAMES})[)）\\]]\\s?[.。]?$`, 'u');
/** `REUTERS/Jane Doe` or `Jane Doe / Europa Press`, after the end of a sentence. */
const AGENCY = /(?<=[.!?。”")]\s?)\p{Lu}[^.!?/|]{1,60}\s?[/|]\s?\p{Lu}[^!?/|]{1,60}$/u;
const KNOWN_AGENCY =
  /^\p{Lu}[^.!?]{1,60}\s?[/|]\s?\p{Lu}|\b(?:AP|AFP|Reuters|EPA|Getty|dpa|TASS|Xinhua|VCG|Alamy|Shutterstock|UPI|Bloomberg)\b|ТАСС|РИА/u;

/** A labelled credit begins at most this far from the end. */
const LONGEST_END = 240;

/** Splits the text under a picture into caption and credit. */
export function partCredit(words: string): Caption {
  const text = words.replace(/\s+/gu, ' ').trim();
  const start = Math.max(0, text.length - LONGEST_END);
  const { caption = '', credit } = partEnd(text.slice(start));
  return captionOf(text.slice(0, start) + caption, credit);
}

/** Returns the two parts as they are written. The credit is at the end of the text. */
function partEnd(text: string): Caption {
  const chinese = CHINESE.exec(text);
  if (chinese !== null) return { caption: text.slice(0, chinese.index), credit: chinese[0] };
  const brackets = BRACKETS.exec(text);
  if (brackets?.[1] !== undefined && isCredit(brackets[1]))
    return { caption: text.slice(0, brackets.index), credit: brackets[1] };
  const label = [...text.matchAll(LABELS)].find(({ 0: whole, index }) =>
    isName(text.slice(index + whole.length)),
  );
  if (label !== undefined) return { caption: text.slice(0, label.index), credit: text.slice(label.index) };
  const agency = AGENCY.exec(text);
  return agency === null ? { caption: text } : { caption: text.slice(0, agency.index), credit: agency[0] };
}

/** The caption without the text that the page marks as the credit. */
export function withoutCredit(words: string | undefined, credit: string): Caption {
  return captionOf(
    words?.replace(credit, () => ' '),
    credit,
  );
}

function isCredit(text: string): boolean {
  const label = LABELS_AT_START.exec(text);
  return (
    KNOWN_AGENCY.test(text) || CHINESE.test(text) || (label !== null && isName(text.slice(label[0].length)))
  );
}

/** Whether the text is a few words that begin like names and contain no sentence. */
function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= LONGEST_CREDIT &&
    text.split(/\s+/u).length <= MOST_WORDS &&
    /^[\p{Lu}\p{Lo}\p{N}@]/u.test(text) &&
    !/[.!?。]\s*\p{Lu}\p{Ll}+\s+\p{Ll}|[。，]./u.test(text)
  );
}

function captionOf(caption: string | undefined, credit: string | undefined): Caption {
  const shows = tidyEnds(caption?.replace(CAPTION_LABEL, ''));
  const name = credit
    ?.trim()
    .replace(/^[（([]([^()（）[\]]*)[)）\]]$/u, '$1')
    .replace(LABELS_AT_START, '')
    .replace(/(?<=\p{L}{4})\.$|。$/u, '');
  const whose = tidyEnds(name);
  return { ...(shows !== undefined && { caption: shows }), ...(whose !== undefined && { credit: whose }) };
}

/** Removes the strokes, commas and empty brackets that separated the two parts. */
function tidyEnds(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/gu, ' ').replace(/^[\s|｜•·—–,，;；-]+/u, '');
  const tidy = line?.slice(0, tidyEnd(line));
  return tidy === '' ? undefined : tidy;
}

function tidyEnd(line: string): number {
  let end = line.length;
  for (;;) {
    const last = line.charAt(end - 1);
    const opening = line.charAt(end - 2) === ' ' ? end - 3 : end - 2;
    if (' |｜•·—–,，;；(（[-'.includes(last) && last !== '') end -= 1;
    else if (')）]'.includes(last) && '(（['.includes(line.charAt(opening)) && opening >= 0) end = opening;
    else return end;
  }
}
