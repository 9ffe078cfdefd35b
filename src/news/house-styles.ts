import * as v from 'valibot';
import { houseStyleSchema, REPORT, type HouseStyle } from './house-style';

/** The predefined styles. */
export const HOUSE_STYLES = {
  report: REPORT,
  /** Headings, outlets in italics, always with dates. */
  digest: v.parse(houseStyleSchema, {
    numbering: 'none',
    hasContents: false,
    headlineForm: 'heading',
    outletFace: 'italic',
    showsDate: 'always',
    quotesIn: 'translation',
    speakerFace: 'bold',
    commentLabel: '',
  }),
  /** One line for each item. */
  links: v.parse(houseStyleSchema, { itemForm: 'line', numbering: 'none', hasContents: false }),
} as const satisfies Record<string, HouseStyle>;

/** The settings that are words and marks of the language. */
const WORDS = [
  'contentsTitle',
  'commentLabel',
  'archiveLabel',
  'alternativeLabel',
  'creditMark',
  'outletMark',
  'gapMark',
] as const;
type StyleWords = Pick<HouseStyle, (typeof WORDS)[number]>;

/** By the language's subtag, as in `zh-Hans`. */
const OF_LANGUAGES: Readonly<Record<string, StyleWords>> = {
  en: REPORT,
  ru: {
    contentsTitle: 'Содержание:',
    commentLabel: 'Комментарий:',
    archiveLabel: 'Архив',
    alternativeLabel: 'Другой источник',
    creditMark: '/',
    outletMark: ' — ',
    gapMark: '…',
  },
  zh: {
    contentsTitle: '目录：',
    commentLabel: '评论：',
    archiveLabel: '存档',
    alternativeLabel: '替代来源',
    creditMark: '/',
    outletMark: '——',
    gapMark: '……',
  },
};

/** `undefined`: we have no words in this language. */
function wordsIn(language: string): StyleWords | undefined {
  const [subtag = ''] = language.toLowerCase().split('-');
  return Object.hasOwn(OF_LANGUAGES, subtag) ? OF_LANGUAGES[subtag] : undefined;
}

/**
 * The settings that set a house style in another language. Words that the analyst has written stay; in a language in which we have
 * no words, they are English.
 */
export function languageSettings(style: HouseStyle, language: string): Partial<HouseStyle> {
  const words = wordsIn(language) ?? REPORT;
  const ours = Object.values(OF_LANGUAGES);
  const changed = WORDS.filter((name) => ours.some((each) => each[name] === style[name]));
  return { language, ...Object.fromEntries(changed.map((name) => [name, words[name]])) };
}

/** The house style of a new newsletter of somebody whose interface is in this language: English if we have no words in it. */
export function firstStyle(language: string): HouseStyle {
  return wordsIn(language) === undefined ? REPORT : { ...REPORT, ...languageSettings(REPORT, language) };
}
