import { foldText } from '../text/folded-text';
import { withoutInvisibleCharacters } from '../text/plain-text';
import type { TextPositionSelector, TextQuoteSelector } from '../selector';
import { condense } from './condensed-text';
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

/** Whether a quote starts and ends with the words of a directive. Between them, the saved text may lack a caption. */
function hasEnds(quote: string, { start, end = start }: Directive): boolean {
  const words = fold(withoutInvisibleCharacters(quote));
  const [first, last] = [words.indexOf(fold(start)), words.lastIndexOf(fold(end))];
  return isHalfWord(words.slice(0, first)) && first >= 0 && isHalfWord(words.slice(last + fold(end).length));
}

/** Whether the text is only marks and part of a word, which may be left over at the end of a quote. */
function isHalfWord(text: string): boolean {
  return text.length <= 24;
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

class Article {
  private readonly text: string;
  private readonly isWhole: boolean;
  private readonly folded: string;

  constructor({ text, isWhole }: FindableText) {
    this.text = text;
    this.isWhole = isWhole;
    this.folded = fold(text);
  }

  find(stretch: TextPositionSelector): Directive | undefined {
    const words = this.wordsNearEnds(stretch);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const whole = this.text.slice(first.start, last.end);
    const isShort = words.length <= SHORT && !whole.includes('\n');
    return (isShort ? undefined : this.findEnds(words)) ?? this.findWhole(first, last);
  }

  /** Identifies the quote by all its words, with words before or after it if the quote occurs more than once. */
  private findWhole({ start }: TextPositionSelector, { end }: TextPositionSelector): Directive | undefined {
    const whole = this.text.slice(start, end);
    if (whole.includes('\n')) return undefined;
    if (this.isUnique(start, end)) return { start: whole };
    const [prefix, suffix] = [this.before(start, end), this.after(start, end)];
    if (prefix !== undefined) return { prefix, start: whole };
    if (suffix !== undefined) return { start: whole, suffix };
    return this.isFirst(start, end) ? { start: whole } : undefined;
  }

  /** Identifies the quote by the words it starts and ends with. */
  private findEnds(words: readonly TextPositionSelector[]): Directive | undefined {
    const first = this.grow(
      words.slice(0, Math.max(Math.ceil(words.length / 2), words.length - FEWEST)),
      'onward',
    );
    const rest = words.filter(({ start }) => first !== undefined && start >= first.end);
    const last = this.grow(rest, 'back');
    if (first === undefined || last === undefined) return undefined;
    const prefix = this.isUnique(first.start, first.end) ? undefined : this.before(first.start, first.end);
    const isSure = this.isFirstAfter(first.end, last.start, last.end);
    const suffix = isSure ? undefined : this.after(last.start, last.end);
    const isFound =
      (prefix !== undefined ||
        this.isUnique(first.start, first.end) ||
        this.isFirst(first.start, first.end)) &&
      (suffix !== undefined || isSure);
    if (!isFound) return undefined;
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
    const inOrder = way === 'onward' ? words : words.toReversed();
    let best: TextPositionSelector | undefined;
    let unique: TextPositionSelector | undefined;
    for (const [place, word] of inOrder.slice(0, MOST).entries()) {
      const origin: TextPositionSelector = inOrder[0] ?? word;
      const grown = way === 'onward' ? { ...origin, end: word.end } : { ...origin, start: word.start };
      if (this.text.slice(grown.start, grown.end).includes('\n')) break;
      best = grown;
      if (place + 1 < FEWEST || !this.isUnique(grown.start, grown.end)) continue;
      unique ??= grown;
      if (this.isFirm(way === 'onward' ? grown.end : grown.start)) return grown;
    }
    return unique ?? best;
  }

  private isFirm(place: number): boolean {
    return !UNSPACED.test(this.text.slice(place)) || !UNSPACED.test(this.text.slice(place - 1));
  }

  /** The text before it in its line. Text before the line is used only if the page cannot show anything between the two. */
  private before(start: number, end: number): string | undefined {
    const line = this.lineBefore(start);
    const words = this.wordsIn({ start: line.start, end: Math.min(line.end, start) }).slice(-MOST_AROUND);
    const word = words.toReversed().find((each) => this.isUnique(each.start, end));
    return word && this.text.slice(word.start, Math.min(line.end, start)).trim();
  }

  private lineBefore(start: number): TextPositionSelector {
    const own = this.lineAround(start);
    if (!this.isWhole || this.text.slice(own.start, start).trim() !== '') return own;
    const end = this.text.slice(0, own.start).trimEnd().length;
    return this.lineAround(end);
  }

  private after(start: number, end: number): string | undefined {
    const own = this.lineAround(end);
    const isAtEnd = this.isWhole && this.text.slice(end, own.end).trim() === '';
    const from = isAtEnd ? this.text.length - this.text.slice(own.end).trimStart().length : end;
    const words = this.wordsIn({ start: from, end: this.lineAround(from).end }).slice(0, MOST_AROUND);
    const word = words.find((each) => this.isUnique(start, each.end));
    return word && this.text.slice(from, word.end).trim();
  }

  private lineAround(place: number): TextPositionSelector {
    const end = this.text.indexOf('\n', place);
    return {
      start: place === 0 ? 0 : this.text.lastIndexOf('\n', place - 1) + 1,
      end: end === -1 ? this.text.length : end,
    };
  }

  /** Browsers ignore case and accents in this search. */
  private isUnique(start: number, end: number): boolean {
    const term = fold(this.text.slice(start, end));
    const found = this.folded.indexOf(term);
    return found >= 0 && found === this.folded.lastIndexOf(term);
  }

  private isFirst(start: number, end: number): boolean {
    return this.isWhole && this.isFirstAfter(0, start, end);
  }

  /** Whether a browser would stop here: at the first place after the beginning that contains the words of the end. */
  private isFirstAfter(from: number, start: number, end: number): boolean {
    if (!this.isWhole) return this.isUnique(start, end);
    const between = fold(this.text.slice(from, end));
    const term = fold(this.text.slice(start, end));
    return between.indexOf(term) === between.length - term.length;
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
    const from = this.lineAround(start).start;
    const to = this.lineAround(end).end;
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
