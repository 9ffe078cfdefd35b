/**
 * What a text costs to read as Markdown, in characters of plain words. The parser compares the marks of a block with each other,
 * so that some thousands of them would hold up a page for seconds. Measured with micromark 4: a character 0.5 µs, a mark 20 µs,
 * a pair of marks in one block 10 ns, a line 20 µs, one that begins with a mark 100 µs.
 */
const A_MARK = 40;
const A_PAIR = 0.02;
const A_LINE = 40;
const A_MARKED_LINE = 200;
/** Some 60 ms: 30,000 characters of an article with links, or 1,500 marks in one paragraph. */
const MOST = 120_000;

const MARK = /[*_~`[\]<>!|\\&@]|[-+](?=[ \t])|:\/|www/giu;
/** What opens quotes and lists within each other: more than the parser's callers go down. */
const NESTED = /(?:^|\n)(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){50}/u;
const LINE = /\n[ \t]*(.?)/gu;
const PLAIN = /[\p{L}\p{N}\p{Ps}\p{Pi}"'\r\n]/u;

/** Whether a text has so many marks that it is left as it was typed. */
export function isTooCostly(markdown: string): boolean {
  if (markdown.length > MOST || NESTED.test(markdown)) return true;
  let cost = markdown.length;
  for (const block of markdown.split(/\n[ \t\r]*\n/u)) {
    const marks = block.match(MARK)?.length ?? 0;
    cost += marks * A_MARK + marks ** 2 * A_PAIR + A_MARKED_LINE;
    for (const [, first = ''] of block.matchAll(LINE)) cost += isPlain(first) ? A_LINE : A_MARKED_LINE;
    if (cost > MOST) return true;
  }
  return false;
}

function isPlain(first: string): boolean {
  return first === '' || PLAIN.test(first);
}
