import type { Element, ElementContent, Root } from 'hast';
import { articleKey } from '../../news/address';
import { withoutInvisibleCharacters } from '../../news/text/plain-text';
import { linkableAddress } from './linkable-address';
import { joinUnspacedLines } from './unspaced-lines';

/** What begins a line that is no plain paragraph, and white space at the ends of lines, which has a meaning there. */
const STRUCTURE = /^(?:[ \t#>+\-=|~`:]|\d{1,9}[.)]|[*_](?:\s|$))|[ \t]$/mu;
/** Marks that are read by the parser alone, unless they are escaped. */
const LEFT_TO_PARSER = /^[_`<~|]/u;
const REFERENCE = /^&[#\w]+;/u;
/** GFM makes links of these. */
const BARE_ADDRESS = /https?:\/\/|www\.|@/iu;
const LINK = /^\[((?:[^\\[\]!*_`<~|&\n]|\\[!-/:-@[-`{-~])+)\]\(([^\s()<>\\&]+)\)/u;
const ESCAPE = /^\\([!-/:-@[-`{-~])/u;
/** Longer texts, and such with more marks, may be too much for the parser, which decides how they are read. */
const LONGEST = 20_000;
const MOST_MARKS = 200;

/**
 * The Markdown of most quotes as a tree of HTML, the one that `parseBlocks` and `composeHast` make of it: paragraphs with emphasis, links,
 * line breaks and escapes. `undefined` for all else, which takes the parser; the popup draws a quote without loading that.
 */
export function readSimpleMarkdown(markdown: string, ownAddress?: string): Root | undefined {
  const text = withoutInvisibleCharacters(markdown).replace(/\r\n?/gu, '\n');
  const isLarge = text.length > LONGEST || (text.match(/[*[\\]/gu)?.length ?? 0) > MOST_MARKS;
  if (isLarge || STRUCTURE.test(text)) return undefined;
  const ownKey = ownAddress === undefined ? undefined : articleKey(ownAddress);
  const children: Element[] = [];
  for (const paragraph of text.split(/\n{2,}/u)) {
    const content = readInline(paragraph.replace(/^\n/u, '').replace(/\n$/u, ''), ownKey);
    if (content === undefined) return undefined;
    if (content.length > 0) children.push(elementOf('p', content));
  }
  return { type: 'root', children };
}

function readInline(text: string, ownKey: string | undefined): ElementContent[] | undefined {
  const content: ElementContent[] = [];
  let words = '';
  const endWords = () => {
    if (words !== '') content.push({ type: 'text', value: joinUnspacedLines(words) });
    words = '';
  };
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + 2_000);
    const piece = readPiece(rest, text.charAt(at - 1), ownKey);
    if (piece === undefined) return undefined;
    if (typeof piece.content === 'string') words += piece.content;
    else {
      if (BARE_ADDRESS.test(words)) return undefined;
      endWords();
      content.push(...piece.content);
    }
    at += piece.length;
  }
  if (BARE_ADDRESS.test(words)) return undefined;
  endWords();
  return content;
}

interface Piece {
  /** Words, or what is more than words. */
  content: string | ElementContent[];
  length: number;
}

/** What a text begins with; `undefined`: it takes the parser. */
function readPiece(text: string, before: string, ownKey: string | undefined): Piece | undefined {
  const first = text.charAt(0);
  const [escape, escaped] = ESCAPE.exec(text) ?? [];
  if (escape !== undefined && escaped !== undefined) return { content: escaped, length: escape.length };
  if (text.startsWith('\\\n'))
    return { content: [elementOf('br', []), { type: 'text', value: '\n' }], length: 2 };
  if (first === '*') return readEmphasis(text, before);
  if (first === '[') return before === '!' ? undefined : readLink(text, ownKey);
  if (LEFT_TO_PARSER.test(text) || REFERENCE.test(text)) return undefined;
  return { content: first, length: 1 };
}

/** Emphasis of one kind around words alone. */
function readEmphasis(text: string, before: string): Piece | undefined {
  const [run = '', inner = ''] = /^(\*+)((?:[^\\*[\]_`<~|&\n]|\\[!-/:-@[-`{-~])+)/u.exec(text) ?? [];
  const opening = /^\*+/u.exec(text)?.[0] ?? '';
  const closing = /^\*+/u.exec(text.slice(run.length))?.[0];
  if (inner === '' || opening.length > 2 || closing !== opening) return undefined;
  const innerText = text.slice(opening.length, run.length);
  const after = text.charAt(run.length + closing.length);
  const opens = flanks(before, innerText.charAt(0));
  const closes = flanks(after, innerText.charAt(innerText.length - 1));
  const words = unescapeMarks(innerText);
  if (!opens || !closes || BARE_ADDRESS.test(words)) return undefined;
  const tagName = opening === '*' ? 'em' : 'strong';
  return {
    content: [elementOf(tagName, [{ type: 'text', value: words }])],
    length: run.length + closing.length,
  };
}

/** CommonMark's rule for what is outside and inside of a mark: it belongs to what it touches. */
function flanks(outside: string, inside: string): boolean {
  if (inside === '' || /\s/u.test(inside)) return false;
  return !isPunctuation(inside) || outside === '' || /\s/u.test(outside) || isPunctuation(outside);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function readLink(text: string, ownKey: string | undefined): Piece | undefined {
  const [link = '', inner = '', address = ''] = LINK.exec(text) ?? [];
  const words = unescapeMarks(inner);
  const href = linkableAddress(address);
  if (words.trim() !== words || href === undefined || BARE_ADDRESS.test(words)) return undefined;
  if (ownKey !== undefined && articleKey(href) === ownKey) return { content: words, length: link.length };
  return {
    content: [{ ...elementOf('a', [{ type: 'text', value: words }]), properties: { href } }],
    length: link.length,
  };
}

function unescapeMarks(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
