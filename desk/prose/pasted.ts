import { DOMParser, Slice, type Node as ProseNode } from 'prosemirror-model';
import { closeBidiOfParagraphs } from '../../src/news/text/bidi';
import { withoutOddCharacters } from '../../src/news/text/odd-characters';
import { markdownFromPdfText } from '../../src/quotes/pasted-quote';
import { markdownFromPlainText, markdownFromTree } from '../../src/quotes/quote-markdown';
import { PASTED_SCHEMA } from '../../src/quotes/quote-schema';
import { layableBeginning, beginningOfPaste } from '../../src/news/text/longest-paste';
import { boundHtml } from '../pasted/bounded-html';
import { renameMarks } from '../pasted/mark-names';
import { treeOfNode } from '../pasted/node-tree';
import { applySheets } from '../pasted/style-sheets';
import { renameStyles } from '../pasted/written-style';
import { findCopy } from './kept-copies';
import { PROSE } from './prose-schema';
import { readMarkdown } from './read-markdown';

/** The attribute that marks content copied from our editors. */
export const TOKEN = 'data-clipsheet-copy';

/**
 * Parses pasted content. Content from elsewhere is treated like a quote from a page: sanitized, tidied and converted to
 * Markdown. Content that our own pages have copied is restored as they stored it.
 */
export class PastedParser extends DOMParser {
  private own: Slice | undefined;
  private hidden = '';
  private isCut = false;

  constructor() {
    super(PROSE, DOMParser.fromSchema(PROSE).rules);
  }

  /** What the browser may parse of pasted HTML. Call it before the HTML is parsed. */
  prepareHtml(pasted: string): string {
    const { html, isCut } = boundHtml(pasted);
    this.isCut = isCut;
    return renameMarks(renameStyles(withoutEditorMarks(html)));
  }

  override parseSlice(dom: globalThis.Node): Slice {
    const marked = dom instanceof globalThis.Element ? dom.querySelector(`[${TOKEN}]`) : null;
    this.own = findCopy(marked?.getAttribute(TOKEN) ?? null);
    const slice = this.own ?? this.readForeign(dom);
    removeMedia(dom);
    return slice;
  }

  private readForeign(dom: globalThis.Node): Slice {
    if (dom instanceof globalThis.Element) applySheets(dom);
    const { tree, hidden, isCut } = treeOfNode(dom);
    this.hidden = hidden;
    this.isCut ||= isCut;
    const markdown = markdownFromTree(tree, PASTED_SCHEMA, () => (this.isCut = true));
    const kept = layableBeginning(markdown);
    this.isCut ||= kept !== markdown;
    return sliceOf(kept);
  }

  /** Parses pasted plain text. */
  readText(pasted: string, options: PastedTextOptions): Slice {
    const kept = beginningOfPaste(pasted);
    this.isCut = kept !== pasted;
    return readPastedText(kept, options);
  }

  /** Whether the content that was parsed last was too long, so that only its beginning is there. */
  takeCut(): boolean {
    const { isCut } = this;
    this.isCut = false;
    return isCut;
  }

  /** The words that were left out of the content that was parsed last, because nobody saw them where it was copied. */
  takeHidden(): string {
    const { hidden } = this;
    this.hidden = '';
    return hidden;
  }

  /** The content that was parsed last, if our own pages have copied it, before the editor has opened and closed its ends. */
  takeOwn(): Slice | undefined {
    const { own } = this;
    this.own = undefined;
    return own;
  }
}

/**
 * ProseMirror trusts its own mark of content that one of its editors has copied, and wraps the content as the mark says. This
 * writes the mark's name with a character reference: as the name of an attribute it is then a different one, while text that
 * contains the words still reads the same.
 */
function withoutEditorMarks(html: string): string {
  return html.replace(/data-pm-slice/giu, (mark) => mark.replace('-', '&#45;'));
}

/** Chromium 156 never frees a document with a video or a sound in it that no window shows. */
function removeMedia(dom: globalThis.Node): void {
  if (dom instanceof globalThis.Element)
    for (const media of dom.querySelectorAll('video, audio')) media.remove();
}

interface PastedTextOptions {
  isPlain?: boolean;
  isOfQuote?: boolean;
}

/**
 * Parses pasted plain text as Markdown, or with Shift held as literal text. Lines copied from a PDF into a quote become
 * paragraphs. Removes invisible characters without a function and closes bidi controls.
 */
export function readPastedText(
  pasted: string,
  { isPlain = false, isOfQuote = false }: PastedTextOptions,
): Slice {
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
