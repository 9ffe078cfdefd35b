import { DOMSerializer, Schema, type NodeSpec } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, test } from 'vitest';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { readHtml } from './printed-blocks';

/** What Substack's editor holds: blockquotes of paragraphs alone, pictures as blocks, no tables. */
const quote: NodeSpec = { ...basic.spec.nodes.get('blockquote'), content: 'paragraph+' };
const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes.update('blockquote', quote), 'paragraph block*', 'block'),
  marks: basic.spec.marks.append({ strikethrough: { parseDOM: [{ tag: 's' }], toDOM: () => ['s', 0] } }),
});

let view: EditorView | undefined;
afterEach(() => view?.destroy());

/** What stands in a ProseMirror editor after HTML was pasted into it, as HTML. */
function pasteIntoEditor(html: string): string {
  view = new EditorView(document.body, { state: EditorState.create({ schema }) });
  view.pasteHTML(html);
  const pasted = document.createElement('div');
  pasted.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
  return new XMLSerializer().serializeToString(pasted);
}

function blocksOf(html: string) {
  return readHtml(html.replace(/^<div[^>]*>|<\/div>$/gu, ''));
}

describe('an issue pasted into an editor of ProseMirror with Substack’s blocks', () => {
  test('stands there with the same words, links, headings, lists, quotes and pictures', () => {
    const html = printHtmlFor(composeEveryFeature(), 'substack');
    expect(blocksOf(pasteIntoEditor(html))).toEqual(blocksOf(html));
  });

  test('would lose the lists of its quotes as the plain HTML has them', () => {
    const html = printHtmlFor(composeEveryFeature(), 'email');
    expect(blocksOf(pasteIntoEditor(html))).not.toEqual(blocksOf(html));
  });
});
