/** What closes each mark that opens. Where there are two, languages differ: „German“, „Polish”. */
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
/** The same mark opens and closes: straight ones, and ”these” where no other opens (Swedish, Finnish). */
const TWO_SIDED = new Set(['"', '＂']);
/** Words that begin with an apostrophe, which programs write as a mark that opens. */
const ELISION = /^(?:tis|twas|twere|twill|em|n|cause|til|bout)(?!\p{L})/iu;
const MARK = /["＂“”„‚‘’«»‹›「」『』｢｣《》〈〉〝〞〟]/gu;

/**
 * Whether each quotation mark of a text (Markdown) that opens is closed. A speech over several paragraphs opens anew in each,
 * and closes once. Apostrophes, inches and the ״ of Hebrew abbreviations written straight are no marks.
 */
export function hasBalancedMarks(markdown: string): boolean {
  const text = markdown.replace(/\]\([^)]*\)|<[^>\s]*>/gu, ']');
  const open: string[] = [];
  for (const paragraph of text.split(/\n[\s>]*\n/u)) {
    const start = /^[\s>*#+-]*/u.exec(paragraph)?.[0].length ?? 0;
    for (const { 0: mark, index } of paragraph.matchAll(MARK)) {
      if (isNoMark(mark, paragraph, index, open)) continue;
      const last = open.at(-1);
      if (last !== undefined && closesAt(last, mark, text)) {
        if (!(index === start && opensWith(mark, text))) open.pop();
      } else if (!opensWith(mark, text)) return false;
      else if (!(index === start && open.includes(mark))) open.push(mark);
    }
  }
  return open.length === 0;
}

function closesAt(opened: string, mark: string, text: string): boolean {
  return isTwoSided(opened, text) ? mark === opened : CLOSING[opened]?.includes(mark) === true;
}

/** Guillemets open as the first of them in the text does: «so» or »so«. */
function opensWith(mark: string, text: string): boolean {
  if (isTwoSided(mark, text)) return true;
  const guillemets = [/[«»]/u, /[‹›]/u].find((pair) => pair.test(mark));
  return guillemets === undefined ? CLOSING[mark] !== undefined : guillemets.exec(text)?.[0] === mark;
}

function isTwoSided(mark: string, text: string): boolean {
  if (mark === '”') return !/[“„]/u.test(text);
  if (mark === '»') return !text.includes('«');
  return TWO_SIDED.has(mark);
}

function isNoMark(mark: string, paragraph: string, index: number, open: readonly string[]): boolean {
  const before = paragraph[index - 1] ?? '';
  const after = paragraph[index + 1] ?? '';
  switch (mark) {
    case '’':
      return !['‘', '‚'].includes(open.at(-1) ?? '');
    case '‘':
      return (
        /\d/u.test(after) ||
        (/\p{L}/u.test(before) && open.at(-1) !== '‚') ||
        ELISION.test(paragraph.slice(index + 1))
      );
    case '"':
      return (/\p{L}/u.test(before) && /\p{L}/u.test(after)) || isInch(paragraph, index, open);
    default:
      return false;
  }
}

/** Whether a straight mark after a number is of inches: where it closes what is open, another mark need not. */
function isInch(paragraph: string, index: number, open: readonly string[]): boolean {
  if (!/\d/u.test(paragraph[index - 1] ?? '')) return false;
  const others = paragraph.slice(index + 1).match(/(?<!\d)"/gu)?.length ?? 0;
  return !open.includes('"') || others % 2 === 1;
}
