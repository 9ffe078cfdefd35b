/** What can be told from a single line of a PDF's text. */

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]/u;
const ALL_UNSPACED = new RegExp(UNSPACED, 'gu');
/** The end of a sentence, with the quotation marks, brackets and note marks after it. */
const SENTENCE_END = /[.!?:。！？：…]["'”’»」』)\]）]*[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]{0,3}$/u;

/** Whether a character belongs to a script without spaces between words. */
export function isUnspaced(character: string | undefined): boolean {
  return character !== undefined && UNSPACED.test(character);
}

/** The width of a line. A Chinese or Japanese character is as wide as two letters. */
export function lengthOf(line: string): number {
  return line.length + (line.match(ALL_UNSPACED)?.length ?? 0);
}

export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Whether a line begins with a lower-case letter, so that it continues a sentence, or with a letter of a script without case. */
export function startsLow(line: string): boolean {
  return /^["'“‘«(]?[\p{Ll}\p{Lo}]/u.test(line) && !isUnspaced(line.at(0));
}
