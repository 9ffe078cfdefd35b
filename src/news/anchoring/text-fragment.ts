import { foldText } from '../text/folded-text';
import { withoutInvisibleCharacters } from '../text/plain-text';
import type { TextPositionSelector, TextQuoteSelector } from '../selector';
import { condense } from './condensed-text';
import { FoldedPlaces } from './folded-places';
import { quoteFinder } from './quote-search';

/** A longer quote is first identified by this many words; more are added until they are unique. */
const FEWEST = 4;
/** A quote of at most this many words is written out whole. */
const SHORT = 8;
const MOST = 40;
/** The most words of context that are added if the quote's own words are not unique. */
const MOST_AROUND = 12;

/** A text directive for the browser's search (URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/). */
interface Directive {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

/** A text in which a browser searches for the terms of a directive. No term may cross the end of a line. */
export interface FindableText {
  text: string;
  /**
   * Whether this is all the text of the page. If so, the text before each line is known, and the first match here is also the
   * first in the page.
   */
  isWhole: boolean;
  /** The places of words that nobody sees. A term contains none of them. */
  hidden?: readonly TextPositionSelector[];
}

/**
 * The fragment that leads to a range of a text: `:~:text=…`, to be placed after `#`. `undefined` if no fragment is certain to
 * lead only there.
 */
export function textFragment(found: FindableText, stretch: TextPositionSelector): string | undefined {
  const directive = new Article(found).find(stretch);
  return directive && printFragment(directive);
}

const LONGEST_FRAGMENT = 5_000;

function printFragment(directive: Directive): string | undefined {
  const fragment = `:~:text=${printDirective(directive)}`;
  return fragment.length <= LONGEST_FRAGMENT ? fragment : undefined;
}

/**
 * Makes such fragments from the saved text of an article. The page may contain more text than was saved.
 *
 * @param lines one block or one line each
 */
export function textFragmentFinder(
  lines: readonly string[],
): (quote: TextQuoteSelector) => string | undefined {
  const tidied = lines.map((line) => withoutInvisibleCharacters(line).replace(/\s+/gu, ' ').trim());
  const text = tidied.filter((line) => line !== '').join('\n');
  const locate = quoteFinder(text);
  const article = new Article({ text, isWhole: false });
  return (textQuote) => {
    const found = locate({ textQuote });
    const directive = found.state === 'gone' ? undefined : article.find(found.position);
    return directive !== undefined && hasEnds(textQuote.exact, directive)
      ? printFragment(directive)
      : undefined;
  };
}

/** Characters. Marks and a part of a word may be left over at either end of a quote. */
const HALF_WORD = 24;

/** Whether a quote starts and ends with the words of a directive. Between them, the saved text may lack a caption. */
function hasEnds(quote: string, { start, end = start }: Directive): boolean {
  const words = fold(withoutInvisibleCharacters(quote));
  const [first, last] = [fold(start), fold(end)];
  return (
    words.slice(0, first.length + HALF_WORD).includes(first) &&
    words.slice(-last.length - HALF_WORD).includes(last)
  );
}

/** White space that a page shows as one space. Other spaces, such as U+00A0, are not collapsed. */
const COLLAPSED = /[ \t\n\r\f]+/gu;

/** Hyphens, commas and ampersands have a meaning in the directive, so they are encoded in its terms. */
function printDirective({ prefix, start, end, suffix }: Directive): string {
  const encode = (term: string) =>
    encodeURIComponent(term.replace(COLLAPSED, ' ').trim()).replace(/-/gu, '%2D');
  return [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}

/** Chinese and Japanese words are segmented by a dictionary, whatever the locale. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** Scripts in which only a dictionary can tell where a word ends. Browsers have different dictionaries. */
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** In a quote longer than this, only the words near its ends are examined. */
const LONGEST_LOOKED_AT = 4_000;
/** In characters. A longer term would make a link that nobody can send. */
const LONGEST_TERM = 1_000;
/** How many characters around a range its words are divided with, so that a dictionary divides them as in the whole line. */
const MARGIN = 200;

class Article {
  private readonly text: string;
  private readonly isWhole: boolean;
  private readonly hidden: readonly TextPositionSelector[];
  private readonly places: FoldedPlaces;

  constructor({ text, isWhole, hidden = [] }: FindableText) {
    this.text = text;
    this.hidden = hidden;
    this.isWhole = isWhole;
    this.places = new FoldedPlaces(text);
  }

  find(stretch: TextPositionSelector): Directive | undefined {
    const words = this.wordsNearEnds(stretch).filter((word) => this.isSeen(word));
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const whole = { start: first.start, end: last.end };
    const isShort = words.length <= SHORT && this.isTerm(whole);
    return (isShort ? undefined : this.findEnds(words)) ?? this.findWhole(whole);
  }

  /** Identifies the quote by all its words, with words before or after it if the quote occurs more than once. */
  private findWhole(range: TextPositionSelector): Directive | undefined {
    if (!this.isTerm(range)) return undefined;
    const whole = this.text.slice(range.start, range.end);
    if (this.places.isUnique(range)) return { start: whole };
    const prefix = this.before(range);
    if (prefix !== undefined) return { prefix, start: whole };
    const suffix = this.after(range);
    if (suffix !== undefined) return { start: whole, suffix };
    return this.isFirst(range) ? { start: whole } : undefined;
  }

  /** Identifies the quote by the words it starts and ends with. */
  private findEnds(words: readonly TextPositionSelector[]): Directive | undefined {
    const first = this.grow(
      words.slice(0, Math.max(Math.ceil(words.length / 2), words.length - FEWEST)),
      'onward',
    );
    if (first === undefined) return undefined;
    const last = this.grow(
      words.filter(({ start }) => start >= first.end),
      'back',
    );
    if (last === undefined) return undefined;
    const isUnique = this.places.isUnique(first);
    const prefix = isUnique ? undefined : this.before(first);
    if (!isUnique && prefix === undefined && !this.isFirst(first)) return undefined;
    const isSure = this.isFirstAfter(first.end, last);
    const suffix = isSure ? undefined : this.after(last);
    if (!isSure && suffix === undefined) return undefined;
    return {
      ...(prefix !== undefined && { prefix }),
      start: this.text.slice(first.start, first.end),
      end: this.text.slice(last.start, last.end),
      ...(suffix !== undefined && { suffix }),
    };
  }

  /** Takes words from one end until they are unique and end where every dictionary ends a word; at most the words of one line. */
  private grow(
    words: readonly TextPositionSelector[],
    way: 'onward' | 'back',
  ): TextPositionSelector | undefined {
    const inOrder = way === 'onward' ? words.slice(0, MOST) : words.slice(-MOST).reverse();
    const [origin] = inOrder;
    if (origin === undefined) return undefined;
    const grown = inOrder.map(({ start, end }) =>
      way === 'onward' ? { start: origin.start, end } : { start, end: origin.end },
    );
    const tooLong = grown.findIndex((range) => !this.isTerm(range));
    const terms = tooLong === -1 ? grown : grown.slice(0, tooLong);
    const unique = this.uniqueOf(terms.slice(FEWEST - 1));
    const isFirm = ({ start, end }: TextPositionSelector) => this.isFirm(way === 'onward' ? end : start);
    return unique.find(isFirm) ?? unique[0] ?? terms.at(-1);
  }

  /** Whether a range can be a term of a directive. */
  private isTerm({ start, end }: TextPositionSelector): boolean {
    const isInLine = !this.text.slice(start, end).includes('\n');
    return end - start <= LONGEST_TERM && isInLine && this.isSeen({ start, end });
  }

  private isSeen({ start, end }: TextPositionSelector): boolean {
    return !this.hidden.some((each) => each.start < end && each.end > start);
  }

  /** Those that occur once. Each of these ranges contains the one before it, so the first is found by halving. */
  private uniqueOf(ranges: readonly TextPositionSelector[]): readonly TextPositionSelector[] {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (range !== undefined && this.places.isUnique(range)) high = middle;
      else low = middle + 1;
    }
    return ranges.slice(low);
  }

  private isFirm(place: number): boolean {
    return !UNSPACED.test(this.text.slice(place)) || !UNSPACED.test(this.text.slice(place - 1));
  }

  /** The text before it in its line. Text before the line is used only if the page cannot show anything between the two. */
  private before({ start, end }: TextPositionSelector): string | undefined {
    const line = this.lineBefore(start);
    const close = Math.min(line.end, start);
    const words = this.wordsIn({ start: Math.max(line.start, close - LONGEST_TERM), end: close });
    const ranges = words
      .slice(-MOST_AROUND)
      .reverse()
      .map((word) => ({ start: word.start, end }))
      .filter((each) => this.isSeen(each));
    const [range] = this.uniqueOf(ranges);
    return range && this.text.slice(range.start, close).trim();
  }

  private lineBefore(start: number): TextPositionSelector {
    const own = this.lineAround(start);
    if (!this.isWhole || this.text.slice(own.start, start).trim() !== '') return own;
    const end = this.text.slice(0, own.start).trimEnd().length;
    return this.lineAround(end);
  }

  private after({ start, end }: TextPositionSelector): string | undefined {
    const own = this.lineAround(end);
    const isAtEnd = this.isWhole && this.text.slice(end, own.end).trim() === '';
    const from = isAtEnd ? this.text.length - this.text.slice(own.end).trimStart().length : end;
    const close = Math.min(this.lineAround(from).end, from + LONGEST_TERM);
    const words = this.wordsIn({ start: from, end: close }).slice(0, MOST_AROUND);
    const ranges = words.map((word) => ({ start, end: word.end })).filter((each) => this.isSeen(each));
    const [range] = this.uniqueOf(ranges);
    return range && this.text.slice(from, range.end).trim();
  }

  private lineAround(place: number): TextPositionSelector {
    const end = this.text.indexOf('\n', place);
    return {
      start: place === 0 ? 0 : this.text.lastIndexOf('\n', place - 1) + 1,
      end: end === -1 ? this.text.length : end,
    };
  }

  private isFirst(range: TextPositionSelector): boolean {
    return this.isWhole && this.places.isFirstAfter(0, range);
  }

  /** Whether a browser would stop here: at the first place after the beginning that contains the words of the end. */
  private isFirstAfter(from: number, range: TextPositionSelector): boolean {
    return this.isWhole ? this.places.isFirstAfter(from, range) : this.places.isUnique(range);
  }

  private wordsNearEnds({ start, end }: TextPositionSelector): TextPositionSelector[] {
    if (end - start <= LONGEST_LOOKED_AT) return this.wordsIn({ start, end });
    return [
      ...this.wordsIn({ start, end: start + LONGEST_LOOKED_AT / 2 }),
      ...this.wordsIn({ start: end - LONGEST_LOOKED_AT / 2, end }),
    ];
  }

  /** The words in a range of characters. */
  private wordsIn({ start, end }: TextPositionSelector): TextPositionSelector[] {
    const from = Math.max(this.lineAround(start).start, start - MARGIN);
    const to = Math.min(this.lineAround(end).end, end + MARGIN);
    return [...segmenter.segment(this.text.slice(from, to))]
      .filter(({ isWordLike }) => isWordLike === true)
      .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
      .filter((word) => word.start >= start && word.end <= end);
  }
}

/** Removes white space, because a page may or may not have it between a term and its context. */
function fold(text: string): string {
  return foldText(condense(text).text);
}
