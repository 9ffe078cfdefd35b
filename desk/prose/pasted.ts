import type { Element, ElementContent, Root } from 'hast';
import { DOMParser, Slice, type Node as ProseNode, type ParseOptions } from 'prosemirror-model';
import { markdownFromPdfText } from '../../src/quotes/pasted-quote';
import { markdownFromPlainText, markdownFromTree } from '../../src/quotes/quote-markdown';
import { PROSE } from './prose-schema';
import { readMarkdown } from './read-markdown';
import { isItemMark, levelOfItem, listsOf, markOfItem, type WordItem } from './word-lists';

/** ProseMirror's own mark on what was copied from one of its editors. */
const COPIED = '[data-pm-slice]';

/**
 * Reads what is pasted. What comes from elsewhere goes the way of a quote from a page: sanitised, tidied, as Markdown. What
 * was copied from an editor comes back as it was, within the same rules.
 */
export class PastedParser extends DOMParser {
  constructor() {
    super(PROSE, DOMParser.fromSchema(PROSE).rules);
  }

  override parseSlice(dom: globalThis.Node, options: ParseOptions = {}): Slice {
    if (dom instanceof globalThis.Element && dom.querySelector(COPIED) !== null)
      return super.parseSlice(dom, options);
    return sliceOf(markdownFromTree(treeOf(dom)));
  }
}

/**
 * Text that comes without form is read as Markdown; with Shift held, as the signs it is. Lines copied from a PDF into a
 * quote become paragraphs.
 */
export function readPastedText(text: string, { isPlain = false, isOfQuote = false }): Slice {
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
  const start = Number(element.getAttribute('start') ?? Number.NaN);
  return {
    type: 'element',
    tagName: tagOf(element),
    properties: { ...(href !== null && { href }), ...(Number.isInteger(start) && { start }) },
    children: childrenOf(element),
  };
}

/** Google Docs wraps all in a `<b>` of normal weight and writes bold as a style, as other word processors do. */
function tagOf(element: globalThis.Element): string {
  const style = element.getAttribute('style') ?? '';
  const tag = element.localName;
  if (tag === 'b' && /font-weight:\s*(?:normal|400)/iu.test(style)) return 'span';
  if (tag !== 'span') return tag;
  if (/font-weight:\s*(?:bold|[6-9]00)/iu.test(style)) return 'strong';
  return /font-style:\s*italic/iu.test(style) ? 'em' : tag;
}
