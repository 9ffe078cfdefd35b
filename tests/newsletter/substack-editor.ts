import { DOMSerializer, Schema, type NodeSpec } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** What Substack's editor holds: blockquotes of paragraphs alone, pictures as blocks, no tables. */
const quote: NodeSpec = { ...basic.spec.nodes.get('blockquote'), content: 'paragraph+' };
const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes.update('blockquote', quote), 'paragraph block*', 'block'),
  marks: basic.spec.marks.append({ strikethrough: { parseDOM: [{ tag: 's' }], toDOM: () => ['s', 0] } }),
});

/** What stands in a ProseMirror editor with Substack's blocks after HTML was pasted into it. */
export function pasteIntoSubstackEditor(html: string): HTMLElement {
  const view = new EditorView(document.body, { state: EditorState.create({ schema }) });
  try {
    view.pasteHTML(html);
    const pasted = document.createElement('div');
    pasted.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
    return pasted;
  } finally {
    view.destroy();
  }
}
