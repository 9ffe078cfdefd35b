import { DOMSerializer, type Fragment, type Node as ProseNode, type Slice } from 'prosemirror-model';
import type { EditorProps } from 'prosemirror-view';
import { countWordSpans } from '../../src/news/text/word-spans';
import { keepCopiedContent, loadCopies } from './kept-copies';
import { PastedParser, TOKEN } from './pasted';
import { PROSE } from './prose-schema';

/**
 * What the analyst should know of pasted or dropped content: how many external pictures it has, how many words were left out, and
 * whether it was too long, so that only its beginning was pasted.
 */
export interface PastedFindings {
  pictures: number;
  hiddenWords: number;
  isCut?: boolean;
}

interface ClipboardOptions {
  isOfQuote: boolean;
  /** Called if there is anything to say of pasted or dropped content. */
  onFindings: (findings: PastedFindings) => void;
}

type ClipboardProps = Pick<
  EditorProps,
  | 'clipboardParser'
  | 'clipboardSerializer'
  | 'clipboardTextParser'
  | 'transformCopied'
  | 'transformPasted'
  | 'transformPastedHTML'
>;

/**
 * How an editor copies and pastes. It copies HTML with a token. Pasted content is treated like a page's, whatever marks it has,
 * unless the token belongs to a copy that our own pages have stored.
 */
export function clipboardProps({ isOfQuote, onFindings }: ClipboardOptions): ClipboardProps {
  void loadCopies();
  const parser = new PastedParser();
  const serializer = new CopiedSerializer();
  return {
    clipboardParser: parser,
    clipboardSerializer: serializer,
    clipboardTextParser: (text, _context, isPlain) => parser.readText(text, { isPlain, isOfQuote }),
    transformCopied: (slice) => (serializer.copied = slice),
    transformPastedHTML: (html) => parser.prepareHtml(html),
    transformPasted: (slice) => {
      const own = parser.takeOwn();
      if (own !== undefined) return own;
      const findings = { pictures: countPictures(slice), hiddenWords: countWordSpans(parser.takeHidden()) };
      const isCut = parser.takeCut();
      if (isCut || findings.pictures + findings.hiddenWords > 0)
        onFindings({ ...findings, ...(isCut && { isCut }) });
      return slice;
    },
  };
}

export function countPictures({ content }: Pick<Slice | ProseNode, 'content'>): number {
  let count = 0;
  content.descendants((node: ProseNode) => {
    if (node.type === PROSE.nodes.image) count += 1;
  });
  return count;
}

/** Marks copied content with the token under which it is stored. */
class CopiedSerializer extends DOMSerializer {
  copied: Slice | undefined;

  constructor() {
    const { nodes, marks } = DOMSerializer.fromSchema(PROSE);
    super(nodes, marks);
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const made = super.serializeFragment(fragment, options, target);
    if (target === undefined && this.copied !== undefined) {
      made.firstElementChild?.setAttribute(TOKEN, keepCopiedContent(this.copied));
      this.copied = undefined;
    }
    return made;
  }
}
