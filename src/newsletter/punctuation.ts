import { ownValue } from '../news/keyed-record';

/** The marks that an issue puts around labels and quotes, by the usage of its language. */
interface Punctuation {
  quotationMarks: readonly [opening: string, closing: string];
  brackets: readonly [opening: string, closing: string];
  parentheses: readonly [opening: string, closing: string];
  comma: string;
  /** Between words and a bracket. Full-width brackets have it in themselves. */
  space: string;
}

const USUAL: Punctuation = {
  quotationMarks: ['“', '”'],
  brackets: ['[', ']'],
  parentheses: ['(', ')'],
  comma: ', ',
  space: ' ',
};

/** By the language's subtag, as in `zh-Hans`. */
const OF_LANGUAGES: Readonly<Record<string, Punctuation>> = {
  ru: { ...USUAL, quotationMarks: ['«', '»'] },
  zh: { ...USUAL, brackets: ['［', '］'], parentheses: ['（', '）'], comma: '，', space: '' },
};

/** @param language BCP 47 */
export function punctuationOf(language: string): Punctuation {
  const [subtag = ''] = language.toLowerCase().split('-');
  return ownValue(OF_LANGUAGES, subtag) ?? USUAL;
}
