import { HAN, HANGUL, hasHan, LETTER, NO_LETTER } from '../text/unicode-letters';
import { tidyText } from './source';

/** Labels before names: `By`, `Von`, `Written by`, `Автор:`, at the beginning of the line or after other text. */
const LABEL =
  /^.*?(?:^|[\s|·•,(])(?:by|von|par|por|di|door|av|af|yazan|oleh|автор[ы]?|text|words|auteur|authors?|contributors?(?=:)|autor|autore)(?:[:：]\s*|\s+)(?=\S)/iu;
/** What follows a list of names: a day, a time, an address, a bar, a role after a dash. */
const AFTER_NAMES =
  /(?:(?<!\s)\s+)?(?:\d|\||•|·\s|\bon\b|\bin\b|\bam\b|\b(?:medically|fact[- ]checked|edited|reviewed|tested|published|updated)\b|@|https?:|(?<!\S)\S+@).*|\s[-–—]\s.*/isu;
/** What credits people other than the authors: `edited by`. */
const OTHER_ROLES =
  /(?<=\S)[,;·|]?\s+(?:(?:medically|expert|legally)\s)?(?:fact[- ]checked|edited|reviewed|tested|translated|illustrated|photographed) by\s.*/isu;
/** Titles before a name. */
const HONORIFIC = /^(?:(?:dr|prof|mr|mrs|ms)\.\s?)+/iu;
const SEPARATOR =
  /(?:(?<!\s)\s+)?(?:[,;、，；&+]|\/|／)\s*|(?<!\s)\s+(?:and|und|et|y|e|и|та|och|og|en|ve|dan|con|with|mit)\s+/iu;

/** Words that no person's name contains: roles, agencies, organizations, places of work, and phrases that pages address to readers. */
const NON_NAME_WORDS = new Set(
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
const NON_NAME_STEM =
  /^(?:edit(?:ed|or)|reda[ckz]|contribut|report|correspond|journalis|review|subscri|categor|newsr|newsp|image|photo|foto|sav(?:e|ed|ing)$|agenc|agentur|admin|[ck]omment|archiv|informaci)/u;
const NON_NAME_CHINESE =
  /版权|来源|來源|發|发布|发表|责|責|编辑|編輯|字号|字號|分享|时间|時間|关注|链接|更新|评论|阅读|收藏|打印|举报|微信|微博|最新|文章|记者|網|网|星期|[報报社台讯第日量数所]$|公司/u;
const WORD = new RegExp(`(?:${LETTER}|[\\d_])+`, 'gu');

const AROUND_NAME = new RegExp(`^${NO_LETTER}+|(?<!(?!\\.)${NO_LETTER})(?:(?!\\.)${NO_LETTER})+$`, 'gu');
const NAME_WORD = new RegExp(`^${LETTER}(?:${LETTER}|[.'’·‧\\-\u200C\u200D])*$`, 'u');
/** Invisible characters, except joiners, which Persian and Indic names need, and the variation selectors of Chinese characters. */
const IGNORABLE = /(?![\u{E0100}-\u{E01EF}\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;

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
    .split(SEPARATOR)
    .map((part) =>
      part
        .replace(/^(?:by|von|and|und|et)\s+/iu, '')
        .replace(/(?<!\s)\s+(?:기자|記者|记者)$/u, '')
        .replace(AROUND_NAME, '')
        .replace(HONORIFIC, '')
        .trim(),
    )
    .filter(isPerson);
  return [...new Set(names)].filter((name, at) => at === 0 || !isDegree(name) || isDegree(names[0] ?? ''));
}

/** `ByAda Ames` → `By Ada Ames`: some pages have the label in an element of its own, without a space. */
export function separateLabel(text: string): string {
  return text.replace(/^(By|Von|Par|Por)(?=[A-Z][a-z])/u, '$1 ');
}

/** The text without invisible characters, which would hide labels and names. */
export function withoutIgnorableCharacters(text: string): string {
  return text.replace(IGNORABLE, '');
}

/** The text of a line between its label and what follows the names. Brackets contain initials and roles. */
export function textOfNames(text: string): string {
  const tidy = withoutIgnorableCharacters(tidyText(text) ?? '').replace(
    /\([^)]*\)?|\[[^[\]]*\]|^(?:原创|原創)\s*/gu,
    ' ',
  );
  return separateLabel(tidy).replace(OTHER_ROLES, '').replace(LABEL, '').replace(AFTER_NAMES, '');
}

/** Whether a text contains a word that no person's name contains. */
export function hasNonNameWord(text: string): boolean {
  const words = text.toLowerCase().match(WORD) ?? [];
  return (
    words.some((word) => NON_NAME_WORDS.has(word) || NON_NAME_STEM.test(word)) || NON_NAME_CHINESE.test(text)
  );
}

/** Whether a text is a person's name: few words, all capitalized except particles. */
export function isPerson(text: string): boolean {
  if (text.length < 2 || text.length > 50 || /[\d_{}<>#:?!]/u.test(text) || hasNonNameWord(text))
    return false;
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
 * Whether a text without a label is certainly a person's name: it does not begin with an article or end with a single letter, and it is
 * capitalized, or has the three characters of most Chinese and Korean names.
 */
export function isUnlabelledName(text: string): boolean {
  if (!isFullName(text) || ARTICLE.test(text) || /\s\S$/u.test(text)) return false;
  return text !== text.toLowerCase() || THREE_CHARACTERS.test(text);
}
