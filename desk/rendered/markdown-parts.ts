/** The size of the parts of Markdown that are parsed and drawn at once, in characters: a few milliseconds. */
const SHORTEST = 3_000;
const LONGEST = 6_000;
const FENCE = /^ {0,3}(?:```|~~~)/gmu;

/** Characters that are slow to parse if one part has many of them: the parser looks for the closing one of each. */
const SIGNS = /[*_~`[\]!<&\\]/gu;
const MOST_SIGNS = 400;
/** Quotes and lists nested more deeply than in any article. */
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){8}/mu;

/**
 * Splits long Markdown into parts that can be drawn one after the other: between blocks, and a block that is too long between
 * words. Code that is split is code in both parts.
 */
export function* cutMarkdown(text: string): Generator<string, undefined> {
  let start = 0;
  let begun = '';
  while (start < text.length) {
    const end = endOfPart(text, start);
    const part = begun + text.slice(start, end);
    const isOpen = (part.match(FENCE)?.length ?? 0) % 2 === 1;
    yield isOpen && end < text.length ? `${part}\n\`\`\`` : part;
    begun = isOpen ? '```\n' : '';
    start = end;
  }
}

/** Whether a part is fast to parse, like the text of an article. Otherwise it is shown as plain text. */
export function isQuicklyParsed(part: string): boolean {
  return (part.match(SIGNS)?.length ?? 0) <= MOST_SIGNS && !DEEP.test(part) && !/\n{50}/u.test(part);
}

function endOfPart(text: string, start: number): number {
  if (text.length - start <= LONGEST) return text.length;
  const rest = text.slice(start + SHORTEST, start + LONGEST);
  const block = rest.indexOf('\n\n');
  if (block !== -1) return start + SHORTEST + block + 2;
  const word = rest.search(/\s\S*$/u);
  return word === -1 ? endOfLetter(text, start + LONGEST) : start + SHORTEST + word + 1;
}

/** Does not split a surrogate pair. */
function endOfLetter(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}
