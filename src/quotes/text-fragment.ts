import { foldText } from '../news/folded-text';
import { withoutBrokenCharacters } from '../news/plain-text';
import type { TextQuoteSelector } from '../news/selector';

/** So many words of a longer quote are enough to begin with; they grow until they are unique. */
const FEWEST = 4;
/** A quote of so many words or less is said whole. */
const SHORT = 8;
const MOST = 40;
/** Words around, where the quote's own do not tell it from others. */
const MOST_AROUND = 12;

interface Stretch {
  start: number;
  end: number;
}

/** What a browser looks for (URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/). */
interface Directive {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

/**
 * Finds the fragment that shows a quote in its article: `:~:text=…`, to follow `#`. `undefined` unless the quote is there, and
 * the fragment leads nowhere else.
 *
 * @param lines the text of the article, a block or a line of one each: no term of a directive may go from one to the next
 */
export function textFragmentFinder(
  lines: readonly string[],
): (quote: TextQuoteSelector) => string | undefined {
  const article = new Article(lines);
  return (quote) => {
    const directive = article.find(quote);
    return directive && `:~:text=${printDirective(directive)}`;
  };
}

/** Hyphens, commas and ampersands are the directive's own, so that in its terms they are encoded. */
function printDirective({ prefix, start, end, suffix }: Directive): string {
  const encode = (term: string) => encodeURIComponent(term).replace(/-/gu, '%2D');
  return [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}

/** Chinese and Japanese words are found by dictionary, whatever the locale. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** Between two of these only a dictionary knows where a word ends, and browsers have different ones. */
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

class Article {
  private readonly text: string;
  private readonly folded: string;

  constructor(lines: readonly string[]) {
    const tidied = lines.map((line) => withoutBrokenCharacters(line).replace(/\s+/gu, ' ').trim());
    this.text = tidied.filter((line) => line !== '').join('\n');
    this.folded = condense(this.text);
  }

  find(quote: TextQuoteSelector): Directive | undefined {
    const place = locate(this.text, quote);
    const words = place && this.wordsIn(place);
    const [first, last] = [words?.[0], words?.at(-1)];
    if (words === undefined || first === undefined || last === undefined) return undefined;
    const whole = this.text.slice(first.start, last.end);
    const isShort = words.length <= SHORT && !whole.includes('\n');
    return (isShort ? undefined : this.findEnds(words)) ?? this.findWhole(first, last);
  }

  /** By all its words, and those before or after it where there are more of them. */
  private findWhole({ start }: Stretch, { end }: Stretch): Directive | undefined {
    const whole = this.text.slice(start, end);
    if (whole.includes('\n')) return undefined;
    if (this.isUnique(start, end)) return { start: whole };
    const [prefix, suffix] = [this.before(start, end), this.after(start, end)];
    if (prefix !== undefined) return { prefix, start: whole };
    return suffix === undefined ? undefined : { start: whole, suffix };
  }

  /** By the words that it begins and ends with. */
  private findEnds(words: readonly Stretch[]): Directive | undefined {
    const first = this.grow(words.slice(0, -FEWEST), 'onward');
    const rest = words.filter(({ start }) => first !== undefined && start >= first.end);
    const last = this.grow(rest, 'back');
    if (first === undefined || last === undefined) return undefined;
    const prefix = this.isUnique(first.start, first.end) ? undefined : this.before(first.start, first.end);
    const suffix = this.isUnique(last.start, last.end) ? undefined : this.after(last.start, last.end);
    const isFound =
      (prefix !== undefined || this.isUnique(first.start, first.end)) &&
      (suffix !== undefined || this.isUnique(last.start, last.end));
    if (!isFound) return undefined;
    return {
      ...(prefix !== undefined && { prefix }),
      start: this.text.slice(first.start, first.end),
      end: this.text.slice(last.start, last.end),
      ...(suffix !== undefined && { suffix }),
    };
  }

  /**
   * As many words from an end as it takes to be unique, and to where a word ends whatever the dictionary; else the most
   * that stand in one line.
   */
  private grow(words: readonly Stretch[], way: 'onward' | 'back'): Stretch | undefined {
    const inOrder = way === 'onward' ? words : words.toReversed();
    let best: Stretch | undefined;
    let unique: Stretch | undefined;
    for (const [place, word] of inOrder.slice(0, MOST).entries()) {
      const origin: Stretch = inOrder[0] ?? word;
      const grown = way === 'onward' ? { ...origin, end: word.end } : { ...origin, start: word.start };
      if (this.text.slice(grown.start, grown.end).includes('\n')) break;
      best = grown;
      if (place + 1 < FEWEST || !this.isUnique(grown.start, grown.end)) continue;
      unique ??= grown;
      if (this.isFirm(way === 'onward' ? grown.end : grown.start)) return grown;
    }
    if (unique !== undefined || best === undefined) return unique;
    return best;
  }

  private isFirm(place: number): boolean {
    return !UNSPACED.test(this.text.slice(place)) || !UNSPACED.test(this.text.slice(place - 1));
  }

  /** What stands before it in its line: between two lines a page may show something else. */
  private before(start: number, end: number): string | undefined {
    const lineStart = this.text.lastIndexOf('\n', start - 1) + 1;
    const words = this.wordsIn({ start: lineStart, end: start }).slice(-MOST_AROUND).toReversed();
    const word = words.find((each) => this.isUnique(each.start, end));
    return word && this.text.slice(word.start, start).trim();
  }

  private after(start: number, end: number): string | undefined {
    const lineEnd = (this.text + '\n').indexOf('\n', end);
    const words = this.wordsIn({ start: end, end: lineEnd }).slice(0, MOST_AROUND);
    const word = words.find((each) => this.isUnique(start, each.end));
    return word && this.text.slice(end, word.end).trim();
  }

  /** Browsers care neither for case nor for accents. */
  private isUnique(start: number, end: number): boolean {
    const term = condense(this.text.slice(start, end));
    const found = this.folded.indexOf(term);
    return found >= 0 && found === this.folded.lastIndexOf(term);
  }

  /** The words that stand in a place from letter to letter. */
  private wordsIn({ start, end }: Stretch): Stretch[] {
    this.words ??= [...segmenter.segment(this.text)]
      .filter(({ isWordLike }) => isWordLike === true)
      .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
    return this.words.filter((word) => word.start >= start && word.end <= end);
  }

  private words: Stretch[] | undefined;
}

/** Without white space, which may or may not stand between a term and what is around it. */
function condense(text: string): string {
  return foldText(text).replace(/\s+/gu, '');
}

const SPACE = /\s/u;

/** Where the quote stands, white space aside; of several places the one with the most of its context. */
function locate(text: string, { exact, prefix, suffix }: TextQuoteSelector): Stretch | undefined {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (!SPACE.test(text.charAt(at))) places.push(at);
  const [bare, words, before, after] = [text, exact, prefix, suffix].map((each) =>
    withoutBrokenCharacters(each).replace(/\s+/gu, ''),
  ) as [string, string, string, string];
  let best: { at: number; shared: number } | undefined;
  for (let at = bare.indexOf(words); words !== '' && at >= 0; at = bare.indexOf(words, at + 1)) {
    const shared = sharedEnd(bare.slice(0, at), before) + sharedStart(bare.slice(at + words.length), after);
    if (best === undefined || shared > best.shared) best = { at, shared };
  }
  const start = best && places[best.at];
  const last = best && places[best.at + words.length - 1];
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

function sharedStart(one: string, other: string): number {
  let shared = 0;
  while (shared < other.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

function sharedEnd(one: string, other: string): number {
  let shared = 0;
  while (shared < other.length && one.at(-1 - shared) === other.at(-1 - shared)) shared += 1;
  return shared;
}
