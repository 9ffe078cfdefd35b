import { HAN, HANGUL, hasHan, LETTER, NO_LETTER } from '../text/unicode-letters';
import { tidyText } from './source';

/** Labels before names: `By`, `Von`, `Written by`, `Автор:`, at the beginning of the line or after other text. */
const LABEL =
  /^.*?(?:^|[\s|·•,(])(?:by|von|par|por|di|door|av|af|yazan|oleh|автор[ы]?|text|words|auteur|authors?|contributors?(?=:)|autor|autore)(?:[:：]\s*|\s+)(?=\S)/iu;
/** What ends a list of names: a day, a time, an address, a bar, a role after a dash. */
const END =
  /(?:(?<!\s)\s+)?(?:\d|\||•|·\s|\bon\b|\bin\b|\bam\b|\b(?:medically|fact[- ]checked|edited|reviewed|tested|published|updated)\b|@|https?:|(?<!\S)\S+@).*|\s[-–—]\s.*/isu;
/** Words that introduce people other than the authors. */
const OTHERS =
  /(?<=\S)[,;·|]?\s+(?:(?:medically|expert|legally)\s)?(?:fact[- ]checked|edited|reviewed|tested|translated|illustrated|photographed) by\s.*/isu;
/** Degrees and forms of address before a name. */
const ADDRESS = /^(?:(?:dr|prof|mr|mrs|ms)\.\s?)+/iu;
const JOINT =
  /(?:(?<!\s)\s+)?(?:[,;、，；&+]|\/|／)\s*|(?<!\s)\s+(?:and|und|et|y|e|и|та|och|og|en|ve|dan|con|with|mit)\s+/iu;

/** Words that no name contains: roles, agencies, organizations, places of work, and phrases that pages address to readers. */
const NO_NAME = new Set(
  `staff columnist writer producer analyst professor director
 minister officer chief president expert fellow host news press media magazine network daily times post
 business online digital desk team service university institute center centre council foundation department associated
 reuters afp dpa sda ap apa upi tass xinhua getty video credit illustration guest anonymous
 author posts view more mehr see follow share read sign log home menu search slide previous next latest
 size nachrichten noticias notícias zeitung about contact name email twitter facebook min mins ago am pm uhr updated
 published page com by from von par por with aus today report tweet this jornal haber редакция агентство новости корреспондент
 founder cofounder lead gardener grader licensed expertise freelance login member blog
 reading time disclosure disclaimer advertiser tags archive all our insights partners
 website podcast guide january february october november december monday tuesday wednesday thursday friday saturday sunday
 astrologer güncelleme ajansı north south`.split(/\s+/u),
);
/** Beginnings of such words: `editors`, `redakcja`. */
const NO_NAME_STEM =
  /^(?:edit(?:ed|or)|reda[ckz]|contribut|report|correspond|journalis|review|subscri|categor|newsr|newsp|image|photo|foto|sav(?:e|ed|ing)$|agenc|agentur|admin|[ck]omment|archiv|informaci)/u;
const NO_CHINESE_NAME =
  /版权|来源|來源|發|发布|发表|责|責|编辑|編輯|字号|字號|分享|时间|時間|关注|链接|更新|评论|阅读|收藏|打印|举报|微信|微博|最新|文章|记者|網|网|星期|[報报社台讯第日量数所]$|公司/u;
const WORD = new RegExp(`(?:${LETTER}|[\\d_])+`, 'gu');

const AROUND_NAME = new RegExp(`^${NO_LETTER}+|(?<!(?!\\.)${NO_LETTER})(?:(?!\\.)${NO_LETTER})+$`, 'gu');
const NAME_WORD = new RegExp(`^${LETTER}(?:${LETTER}|[.'’·‧\\-\u200C\u200D])*$`, 'u');
/** Invisible characters, except joiners, which Persian and Indic names need, and the selectors of variants of Chinese characters. */
const UNSEEN = /(?![\u{E0100}-\u{E01EF}\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;

/** Small words within names: `van der`, `de la`, `bin`. */
const PARTICLE =
  /^(?:van|von|vom|zu|zur|der|den|de|del|della|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|y|e|ter|ten|af|av|st)\.?$/u;

const HOST = /\.[a-z]{2,}/u;
const ARTICLE = /^(?:the|die|der|das|les|los|la|el|le|il|lo|las|os|as)\s/iu;

const LONG_CHINESE = new RegExp(`[${HAN}]{9}`, 'u');
const THREE_CHARACTERS = new RegExp(`^[${HAN}${HANGUL}]{3}$`, 'u');
const FULL_CHINESE_OR_KOREAN = new RegExp(`^(?:[${HAN}·]{2,4}|[${HANGUL}]{2,4})$`, 'u');

/** The names of people in a byline, in the printed order. Everything else is left out. */
export function namesOfPeople(text: string): string[] {
  const names = textOfNames(text)
    .split(JOINT)
    .map((part) =>
      part
        .replace(/^(?:by|von|and|und|et)\s+/iu, '')
        .replace(/(?<!\s)\s+(?:기자|記者|记者)$/u, '')
        .replace(AROUND_NAME, '')
        .replace(ADDRESS, '')
        .trim(),
    )
    .filter(isPerson);
  return [...new Set(names)].filter((name, at) => at === 0 || !isDegree(name) || isDegree(names[0] ?? ''));
}

/** `ByAda Ames` → `By Ada Ames`: some pages have the label in an element of its own, without a space. */
export function withLabelApart(text: string): string {
  return text.replace(/^(By|Von|Par|Por)(?=[A-Z][a-z])/u, '$1 ');
}

/** The text without invisible characters, which would hide labels and names. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** The text of a line between its label and what follows the names. Brackets contain initials and roles. */
export function textOfNames(text: string): string {
  const tidy = withoutUnseen(tidyText(text) ?? '').replace(/\([^)]*\)?|\[[^[\]]*\]|^(?:原创|原創)\s*/gu, ' ');
  return withLabelApart(tidy).replace(OTHERS, '').replace(LABEL, '').replace(END, '');
}

/** Whether a text contains words that no name contains. */
export function hasNoName(text: string): boolean {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.some((word) => NO_NAME.has(word) || NO_NAME_STEM.test(word)) || NO_CHINESE_NAME.test(text);
}

/** Whether a text is a person's name: few words, all capitalized except particles. */
export function isPerson(text: string): boolean {
  if (text.length < 2 || text.length > 50 || /[\d_{}<>#:?!]/u.test(text) || hasNoName(text)) return false;
  if (/^(?:the|die|der|das|les|los)\s/iu.test(text) || HOST.test(text)) return false;
  if (hasHan(text) && (LONG_CHINESE.test(text) || /[a-zÀ-ɏ]/iu.test(text))) return false;
  const words = text.split(/\s+/u);
  if (words.every((word) => PARTICLE.test(word))) return false;
  return words.length <= 5 && words.every((word) => PARTICLE.test(word) || isNameWord(word));
}

/** Whether the text is a degree after a name: MS, RDN, DACVB. */
function isDegree(text: string): boolean {
  return /^\p{Lu}{1,6}$/u.test(text);
}

/** Whether a word is capitalized or in a script without case. `d’` may precede it. */
function isNameWord(word: string): boolean {
  const name = word.replace(/^d['’]/u, '');
  const [initial = ''] = name;
  return NAME_WORD.test(name) && initial === initial.toUpperCase();
}

/** Whether a name has at least two words, or two to four Chinese characters, so that it can identify a line without a label. */
export function isFullName(name: string): boolean {
  return /\s/u.test(name) || FULL_CHINESE_OR_KOREAN.test(name);
}

/**
 * Whether a text is a person's name without any label: it does not begin with an article or end with a single letter, and it is
 * capitalized, or has the three characters of most Chinese and Korean names.
 */
export function isPlainlyName(text: string): boolean {
  if (!isFullName(text) || ARTICLE.test(text) || /\s\S$/u.test(text)) return false;
  return text !== text.toLowerCase() || THREE_CHARACTERS.test(text);
}
