import { DOMSerializer, Schema, type NodeSpec } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** Something that HTML can be pasted into. */
export interface Editor {
  focus(): void;
  /** Its content as HTML. */
  print(): string;
  close(): void;
}

const strikethrough = { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] as const };

/** The blocks of ProseMirror's basic schema with lists. Most of its editors have them, including TipTap's starter kit. */
const common = addListNodes(basic.spec.nodes, 'paragraph block*', 'block');
/** The blocks of Substack's editor: its blockquotes contain only paragraphs. */
const quote: NodeSpec = { ...basic.spec.nodes.get('blockquote'), content: 'paragraph+' };

const SCHEMAS = {
  substack: new Schema({
    nodes: common.update('blockquote', quote),
    marks: basic.spec.marks.append({ strikethrough }),
  }),
  tiptap: new Schema({ nodes: common, marks: basic.spec.marks.append({ strikethrough }) }),
};

/** A ProseMirror editor without tables. */
export function openProseMirror(
  kind: keyof typeof SCHEMAS,
): Editor & { view: EditorView; draw: () => HTMLElement } {
  const schema = SCHEMAS[kind];
  const view = new EditorView(document.body, { state: EditorState.create({ schema }) });
  const draw = () => {
    const drawn = document.createElement('div');
    drawn.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
    return drawn;
  };
  return {
    view,
    draw,
    focus: () => view.focus(),
    print: () => printNodes(draw()),
    close: () => view.destroy(),
  };
}

/** An editable element, like the editors of mail programs. */
export function openEditableElement(): Editor {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  document.body.append(element);
  return {
    focus: () => element.focus(),
    print: () => printNodes(element),
    close: () => element.remove(),
  };
}

export function printNodes(element: HTMLElement): string {
  const printer = new XMLSerializer();
  return [...element.childNodes].map((node) => printer.serializeToString(node)).join('');
}
