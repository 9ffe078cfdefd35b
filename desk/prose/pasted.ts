import type { Element, ElementContent, Root } from 'hast';
import { DOMParser, Slice, type Node as ProseNode } from 'prosemirror-model';
import { closeBidiOfParagraphs } from '../../src/news/text/bidi';
import { withoutOddCharacters } from '../../src/news/text/odd-characters';
import { markdownFromPdfText } from '../../src/quotes/pasted-quote';
import { markdownFromPlainText, markdownFromTree } from '../../src/quotes/quote-markdown';
import { PASTED_SCHEMA } from '../../src/quotes/quote-schema';
import { findCopy } from './kept-copies';
import { PROSE } from './prose-schema';
import { readMarkdown } from './read-markdown';
import { isItemMark, levelOfItem, listsOf, markOfItem, type WordItem } from './word-lists';

/** The attribute that marks content copied from our editors. */
export const TOKEN = 'data-clipsheet-copy';

/**
 * Parses pasted content. Content from elsewhere is treated like a quote from a page: sanitized, tidied and converted to
 * Markdown. Content that our own pages have copied is restored as they stored it.
 */
export class PastedParser extends DOMParser {
  private own: Slice | undefined;

  constructor() {
    super(PROSE, DOMParser.fromSchema(PROSE).rules);
  }

  override parseSlice(dom: globalThis.Node): Slice {
    const marked = dom instanceof globalThis.Element ? dom.querySelector(`[${TOKEN}]`) : null;
    this.own = findCopy(marked?.getAttribute(TOKEN) ?? null);
    return this.own ?? sliceOf(markdownFromTree(treeOf(dom), PASTED_SCHEMA));
  }

  /** The content that was parsed last, if our own pages have copied it, before the editor has opened and closed its ends. */
  takeOwn(): Slice | undefined {
    const { own } = this;
    this.own = undefined;
    return own;
  }
}

/**
 * Parses pasted plain text as Markdown, or with Shift held as literal text. Lines copied from a PDF into a quote become
 * paragraphs. Removes invisible characters without a function and closes bidi controls.
 */
export function readPastedText(pasted: string, { isPlain = false, isOfQuote = false }): Slice {
  const text = closeBidiOfParagraphs(withoutOddCharacters(pasted));
  const fromPdf = isOfQuote && !isPlain ? markdownFromPdfText(text) : undefined;
  return sliceOf(fromPdf ?? (isPlain ? markdownFromPlainText(text) : text));
}

function sliceOf(markdown: string): Slice {
  const { doc } = readMarkdown(markdown);
  return isEmpty(doc) ? Slice.empty : Slice.maxOpen(doc.content);
}

function isEmpty({ childCount, firstChild }: ProseNode): boolean {
  return childCount === 1 && firstChild?.content.size === 0;
}

function treeOf(dom: globalThis.Node): Root {
  return { type: 'root', children: childrenOf(dom) };
}

function childrenOf(parent: globalThis.Node): ElementContent[] {
  const children: ElementContent[] = [];
  let items: WordItem[] = [];
  const endList = () => {
    children.push(...listsOf(items));
    items = [];
  };
  for (const node of parent.childNodes) {
    const isElement = node instanceof globalThis.Element;
    const level = isElement ? levelOfItem(node) : undefined;
    if (isElement && level !== undefined) {
      items.push({ level, mark: markOfItem(node), children: childrenOf(node) });
    } else if (isElement && !isItemMark(node)) {
      endList();
      children.push(elementOf(node));
    } else if (node instanceof Text) {
      if (node.data.trim() !== '') endList();
      children.push({ type: 'text', value: node.data });
    }
  }
  endList();
  return children;
}

function elementOf(element: globalThis.Element): Element {
  const href = element.getAttribute('href');
  const src = element.getAttribute('src');
  const alt = element.getAttribute('alt');
  const start = Number(element.getAttribute('start') ?? Number.NaN);
  return {
    type: 'element',
    tagName: tagOf(element),
    properties: {
      ...(href !== null && { href }),
      ...(src !== null && { src }),
      ...(alt !== null && { alt }),
      ...(Number.isInteger(start) && { start }),
    },
    children: childrenOf(element),
  };
}

/** Google Docs wraps everything in a `<b>` of normal weight and writes bold as a style, as other word processors do. */
function tagOf(element: globalThis.Element): string {
  const style = element.getAttribute('style') ?? '';
  const tag = element.localName;
  if (tag === 'b' && /font-weight:\s*(?:normal|400)/iu.test(style)) return 'span';
  if (tag !== 'span') return tag;
  if (/font-weight:\s*(?:bold|[6-9]00)/iu.test(style)) return 'strong';
  return /font-style:\s*italic/iu.test(style) ? 'em' : tag;
}
