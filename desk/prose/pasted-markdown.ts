import type { Node as ProseNode } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { isEmoji } from '../../src/news/text/emoji';
import { clipboardProps, type PastedFindings } from './clipboard';
import { printBlocks } from './print-prose';
import { PROSE } from './prose-schema';
import { readMarkdown } from './read-markdown';

/**
 * The Markdown of pasted HTML, sanitized and tidied like what is pasted into a text. Without pictures, except those of emoji as the
 * emoji, as quotes from a page are.
 */
export function markdownFromPastedHtml(
  html: string,
  onFindings: (findings: PastedFindings) => void = () => undefined,
): string {
  let state = EditorState.create({ doc: readMarkdown('').doc });
  const view = new EditorView(null, {
    state,
    ...clipboardProps({ isOfQuote: true, onFindings }),
    dispatchTransaction: (transaction) => (state = state.apply(transaction)), // nothing is drawn
  });
  view.pasteHTML(html);
  view.destroy();
  return printBlocks(withoutPictures(state));
}

function withoutPictures(state: EditorState): ProseNode {
  const pictures: [place: number, alt: string][] = [];
  state.doc.descendants((node, place) => {
    if (node.type === PROSE.nodes.image) pictures.push([place, String(node.attrs['alt'] ?? '')]);
  });
  return pictures.reduceRight(
    (change, [place, alt]) =>
      isEmoji(alt) ? change.replaceWith(place, place + 1, PROSE.text(alt)) : change.delete(place, place + 1),
    state.tr,
  ).doc;
}
