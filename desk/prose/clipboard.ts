import { DOMSerializer, type Fragment, type Node as ProseNode, type Slice } from 'prosemirror-model';
import type { EditorProps } from 'prosemirror-view';
import { keepCopiedContent } from './kept-copies';
import { PastedParser, readPastedText, TOKEN } from './pasted';
import { PROSE } from './prose-schema';

interface ClipboardOptions {
  isOfQuote: boolean;
  /** Called when what is pasted or dropped holds pictures from elsewhere, with their number. */
  onPictures: (count: number) => void;
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
 * How an editor copies and pastes. What it copies goes to the clipboard as HTML that bears a token; what is pasted is a
 * page's content, whatever marks it bears, unless the token is of a copy that our own pages have kept.
 */
export function clipboardProps({ isOfQuote, onPictures }: ClipboardOptions): ClipboardProps {
  const parser = new PastedParser();
  const serializer = new CopiedSerializer();
  return {
    clipboardParser: parser,
    clipboardSerializer: serializer,
    clipboardTextParser: (text, _context, isPlain) => readPastedText(text, { isPlain, isOfQuote }),
    transformCopied: (slice) => (serializer.copied = slice),
    transformPastedHTML: withoutEditorMarks,
    transformPasted: (slice) => {
      const own = parser.takeOwn();
      if (own !== undefined) return own;
      const count = countPictures(slice);
      if (count > 0) onPictures(count);
      return slice;
    },
  };
}

/**
 * ProseMirror believes its own mark of what was copied from one of its editors, and wraps the content in what the mark
 * says. In the name of an attribute a character reference is none, so that there is no such attribute any more; wherever
 * the words stand as text they still read the same.
 */
function withoutEditorMarks(html: string): string {
  return html.replace(/data-pm-slice/giu, (mark) => mark.replace('-', '&#45;'));
}

function countPictures(slice: Slice): number {
  let count = 0;
  slice.content.descendants((node: ProseNode) => {
    if (node.type === PROSE.nodes.image) count += 1;
  });
  return count;
}

/** Marks what is copied with the token under which it is kept. */
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
