/** What a line of a PDF's text tells of itself. */

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]/u;
const ALL_UNSPACED = new RegExp(UNSPACED, 'gu');
/** The end of a sentence, with quotation marks, brackets and the marks of notes after it. */
const SENTENCE_END = /[.!?:。！？：…]["'”’»」』)\]）]*[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]{0,3}$/u;

/** Whether a character belongs to a script that sets no spaces between words. */
export function isUnspaced(character: string | undefined): boolean {
  return character !== undefined && UNSPACED.test(character);
}

/** How wide a line is: Chinese and Japanese characters take the room of two letters. */
export function lengthOf(line: string): number {
  return line.length + (line.match(ALL_UNSPACED)?.length ?? 0);
}

export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Whether a line begins with a small letter, as only what goes on does, or with one of a script that has no capitals. */
export function startsLow(line: string): boolean {
  return /^["'“‘«(]?[\p{Ll}\p{Lo}]/u.test(line) && !isUnspaced(line.at(0));
}
