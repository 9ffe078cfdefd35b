import { history, undoDepth } from 'prosemirror-history';
import type { Node as ProseNode } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { TextSpan } from '../rendered/text-place';
import { clipboardProps } from './clipboard';
import { keptPosition } from './kept-position';
import { positionAt } from './letter-position';
import { printProse } from './print-prose';
import { bracketWords, cutWords } from './quote-commands';
import { readMarkdown, type ReadProse } from './read-markdown';
import { shortcuts } from './shortcuts';
import { typedMarkdown } from './typed-markdown';

export interface ProseEditorOptions {
  markdown: string;
  /** What the text area is to a screen reader. */
  attributes: Record<string, string>;
  /** Keys of this kind of text, before all others. */
  keys?: Readonly<Record<string, Command>>;
  /** For quotes: makes two passages of what stands before the cursor and after it. Words can be cut from them, too. */
  onSplit?: ((before: string, after: string) => void) | undefined;
  /** What is selected when it opens, in letters; the end unless told. */
  selected?: TextSpan | undefined;
  /** Called after each change of the words or their form with what prints the text as it is then. */
  onEdit: (print: () => string) => void;
  /** Called when pictures come in by a paste, with their number. */
  onPictures?: (count: number) => void;
  /** Called after each change, of the selection too. */
  onUpdate: (editor: ProseEditor) => void;
}

/** Formatted text that is edited, as Markdown to whoever opened it. It takes the focus. */
export class ProseEditor {
  readonly view: EditorView;
  private read: ReadProse & { markdown: string };

  constructor(
    host: HTMLElement,
    private readonly options: ProseEditorOptions,
  ) {
    this.read = { ...readMarkdown(options.markdown), markdown: options.markdown };
    this.view = new EditorView(host, {
      state: this.openState(),
      attributes: options.attributes,
      ...clipboardProps({
        isOfQuote: options.onSplit !== undefined,
        onPictures: (count) => options.onPictures?.(count),
      }),
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged) options.onEdit(() => this.print(transaction.doc));
        options.onUpdate(this);
      },
    });
    options.onUpdate(this);
    this.view.focus();
  }

  get doc(): ProseNode {
    return this.view.state.doc;
  }

  get isEmpty(): boolean {
    const { childCount, firstChild } = this.doc;
    return childCount === 1 && firstChild?.isTextblock === true && firstChild.content.size === 0;
  }

  /** Whether something written here can be taken back: the keys for that are its own then. */
  get isWritten(): boolean {
    return undoDepth(this.view.state) !== 0;
  }

  /** The Markdown of a document that this editor has held. */
  print(doc: ProseNode = this.doc): string {
    return printProse(doc, this.read);
  }

  /** Runs a command where the cursor is, and leaves the focus there. `false`: it does not fit. */
  run(command: Command): boolean {
    const isDone = command(this.view.state, (transaction) => this.view.dispatch(transaction), this.view);
    this.view.focus();
    return isDone;
  }

  /** Hands over the Markdown before the cursor and after it, where both have words. */
  split(): void {
    const { head } = this.view.state.selection;
    const before = this.print(this.doc.cut(0, head));
    const after = this.print(this.doc.cut(head));
    if (before !== '' && after !== '') this.options.onSplit?.(before, after);
  }

  /** Shows what has been written elsewhere; the cursor stays at its words. */
  replace(markdown: string): void {
    const before = this.doc;
    this.read = { ...readMarkdown(markdown), markdown };
    const { anchor, head } = this.view.state.selection;
    const { doc } = this.read;
    const state = this.openState();
    const placeOf = (place: number) => doc.resolve(keptPosition(before, doc, place));
    const selection = TextSelection.between(placeOf(anchor), placeOf(head));
    this.view.updateState(state.apply(state.tr.setSelection(selection)));
    this.options.onUpdate(this);
  }

  /** What it is to a screen reader may change while it is open: a quote's number. */
  describe(attributes: Record<string, string>): void {
    this.view.setProps({ attributes });
  }

  destroy(): void {
    this.view.destroy();
  }

  private openState(): EditorState {
    const { doc } = this.read;
    const { selected, keys, onSplit } = this.options;
    const end = doc.content.size;
    const from = selected === undefined ? end : positionAt(doc, selected.start);
    const to = selected === undefined ? end : positionAt(doc, selected.end);
    return EditorState.create({
      doc,
      selection: TextSelection.between(doc.resolve(from), doc.resolve(to), -1),
      plugins: [
        typedMarkdown(),
        history(),
        ...shortcuts({ ...keys, ...(onSplit && quoteKeys(() => this.split())) }),
      ],
    });
  }
}

function quoteKeys(split: () => void): Record<string, Command> {
  return {
    'Mod-Shift-.': cutWords,
    'Mod-Shift-,': bracketWords,
    'Mod-Enter': () => (split(), true),
  };
}
