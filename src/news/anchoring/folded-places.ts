import { foldText } from '../text/folded-text';
import { occurrencesOf } from '../text/occurrences';
import type { TextPositionSelector } from '../selector';
import { condense, placeIn, type CondensedText } from './condensed-text';

/**
 * A text without case, accents and white space, in which ranges of the original text are found again. Browsers ignore case and
 * accents when they search, and a page may or may not have white space between two words.
 */
export class FoldedPlaces {
  private readonly condensed: CondensedText;
  private readonly folded: string;
  /** For each code unit of the condensed text, and for its end: its place in the folded text. */
  private readonly places: Int32Array;

  constructor(text: string) {
    this.condensed = condense(text);
    const { text: condensed } = this.condensed;
    const parts: string[] = [];
    const known = new Map<string, string>();
    this.places = new Int32Array(condensed.length + 1);
    let [at, length] = [0, 0];
    for (const character of condensed) {
      const folded = known.get(character) ?? foldText(character);
      known.set(character, folded);
      this.places.fill(length, at, at + character.length);
      parts.push(folded);
      at += character.length;
      length += folded.length;
    }
    this.places[at] = length;
    this.folded = parts.join('');
  }

  isUnique(range: TextPositionSelector): boolean {
    const found = this.occurrences(range, 0);
    return found.next().done !== true && found.next().done === true;
  }

  /** Whether no place between this one and the start of the range has the words of the range. */
  isFirstAfter(from: number, range: TextPositionSelector): boolean {
    return this.occurrences(range, this.placeOf(from)).next().value === this.placeOf(range.start);
  }

  private occurrences({ start, end }: TextPositionSelector, from: number): Generator<number> {
    return occurrencesOf(this.folded.slice(this.placeOf(start), this.placeOf(end)), this.folded, from);
  }

  private placeOf(origin: number): number {
    return this.places[placeIn(this.condensed, origin)] ?? 0;
  }
}
