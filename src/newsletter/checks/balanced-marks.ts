import { withoutAddresses } from './markdown-words';

/** The closing marks for each opening mark. Where there are two, languages differ: „German“, „Polish”. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‚': '‘’',
  '‘': '’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '《': '》',
  '〈': '〉',
  '〝': '〞〟',
};
/** Marks that both open and close: straight ones, and ”these” in texts without another opening mark (Swedish, Finnish). */
const TWO_SIDED = new Set(['"', '＂']);
/** Words that begin with an apostrophe, which word processors replace by an opening quotation mark. */
const ELISION = /^(?:tis|twas|twere|twill|em|n|cause|til|bout)(?!\p{L})/iu;
const STRAIGHT = /(?<!\d)"/gu;
/** How many marks may be open within each other. More are no speech. */
const MOST_OPEN = 100;
const MARK = /["＂“”„‚‘’«»‹›「」『』｢｣《》〈〉〝〞〟]/gu;

/**
 * Whether each opening quotation mark of a Markdown text has a closing one. Speech over several paragraphs has an opening mark
 * in each, and one closing mark. Apostrophes, inch marks and the straight ״ of Hebrew abbreviations are ignored.
 */
export function hasBalancedMarks(markdown: string): boolean {
  const text = withoutAddresses(markdown);
  const habit = habitOf(text);
  const open = new OpenMarks();
  for (const paragraph of text.split(/\n[\s>]*\n/u)) {
    const start = /^[\s>*#+-]*/u.exec(paragraph)?.[0].length ?? 0;
    let straight = paragraph.match(STRAIGHT)?.length ?? 0;
    for (const { 0: mark, index } of paragraph.matchAll(MARK)) {
      if (mark === '"' && !isAfterDigit(paragraph, index)) straight -= 1;
      if (isNoMark(mark, paragraph, index, open) || isInch(mark, paragraph, index, open, straight)) continue;
      const last = open.last();
      if (last !== undefined && closesAt(last, mark, habit)) {
        if (!(index === start && opensWith(mark, habit))) open.pop();
      } else if (!opensWith(mark, habit) || open.count === MOST_OPEN) return false;
      else if (!(index === start && open.has(mark))) open.push(mark);
    }
  }
  return open.last() === undefined;
}

/** The marks that are open; the last one is the innermost. */
class OpenMarks {
  readonly #marks: string[] = [];
  readonly #counts = new Map<string, number>();

  get count(): number {
    return this.#marks.length;
  }

  last(): string | undefined {
    return this.#marks.at(-1);
  }

  has(mark: string): boolean {
    return (this.#counts.get(mark) ?? 0) > 0;
  }

  push(mark: string): void {
    this.#marks.push(mark);
    this.#counts.set(mark, (this.#counts.get(mark) ?? 0) + 1);
  }

  pop(): void {
    const mark = this.#marks.pop();
    if (mark !== undefined) this.#counts.set(mark, (this.#counts.get(mark) ?? 0) - 1);
  }
}

/** How a text uses marks whose use differs between languages. */
interface Habit {
  twoSided: ReadonlySet<string>;
  /** The guillemets that open: the first of each kind in the text. */
  opening: ReadonlySet<string>;
}

function habitOf(text: string): Habit {
  const twoSided = new Set(TWO_SIDED);
  if (!/[“„]/u.test(text)) twoSided.add('”');
  if (!text.includes('«')) twoSided.add('»');
  const first = [/[«»]/u, /[‹›]/u].flatMap((pair) => pair.exec(text)?.[0] ?? []);
  return { twoSided, opening: new Set(first) };
}

function closesAt(opened: string, mark: string, { twoSided }: Habit): boolean {
  return twoSided.has(opened) ? mark === opened : CLOSING[opened]?.includes(mark) === true;
}

/** Guillemets open in the direction of the first one in the text: «so» or »so«. */
function opensWith(mark: string, { twoSided, opening }: Habit): boolean {
  if (twoSided.has(mark)) return true;
  return /[«»‹›]/u.test(mark) ? opening.has(mark) : CLOSING[mark] !== undefined;
}

function isNoMark(mark: string, paragraph: string, index: number, open: OpenMarks): boolean {
  const before = paragraph[index - 1] ?? '';
  const after = paragraph[index + 1] ?? '';
  switch (mark) {
    case '’':
      return !['‘', '‚'].includes(open.last() ?? '');
    case '‘':
      return (
        /\d/u.test(after) ||
        (/\p{L}/u.test(before) && open.last() !== '‚') ||
        ELISION.test(paragraph.slice(index + 1, index + 10))
      );
    case '"':
      return /\p{L}/u.test(before) && /\p{L}/u.test(after);
    default:
      return false;
  }
}

/**
 * Whether a straight mark after a number is an inch mark: no straight mark is open, or one of the marks that follow closes it.
 * @param others how many of the straight marks that follow are not after a number
 */
function isInch(mark: string, paragraph: string, index: number, open: OpenMarks, others: number): boolean {
  return mark === '"' && isAfterDigit(paragraph, index) && (!open.has('"') || others % 2 === 1);
}

function isAfterDigit(paragraph: string, index: number): boolean {
  return /\d/u.test(paragraph[index - 1] ?? '');
}
