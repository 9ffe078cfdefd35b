/** As much Markdown as is parsed and drawn at once, in characters: some milliseconds. */
const SHORTEST = 3_000;
const LONGEST = 6_000;
const FENCE = /^ {0,3}(?:```|~~~)/gmu;

/** Signs of which many in one part take the parser long: it looks for the other end of each. */
const SIGNS = /[*_~`[\]!<&\\]/gu;
const MOST_SIGNS = 400;
/** A quote in a quote in a quote, or so in lists: as deep as no article goes. */
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){8}/mu;

/**
 * Long Markdown in parts that can be drawn one after the other: it is cut between blocks, and a block that is too long between
 * words. Code that is cut is code in both parts.
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

/** Whether a part is parsed quickly, as what comes from an article is; else it is shown as the words that it is. */
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

/** Two code units that are one letter stay together. */
function endOfLetter(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}
