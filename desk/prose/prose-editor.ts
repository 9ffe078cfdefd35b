import { history, undoDepth } from 'prosemirror-history';
import type { Node as ProseNode } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { TextSpan } from '../rendered/text-place';
import { clipboardProps, countPictures, type PastedFindings } from './clipboard';
import { withKeptSelection } from './kept-selection';
import { positionAt } from './letter-position';
import { printProse } from './print-prose';
import { bracketWords, cutWords } from './quote-commands';
import { readMarkdown, type ReadProse } from './read-markdown';
import { shortcuts } from './shortcuts';
import { typedMarkdown } from './typed-markdown';

export interface ProseEditorOptions {
  markdown: string;
  /** The attributes of the text area for screen readers. */
  attributes: Record<string, string>;
  /** Shortcuts of this kind of text, which take precedence. */
  keys?: Readonly<Record<string, Command>>;
  /** For quotes only: splits the passage at the cursor into two. Its presence also enables the commands that cut words. */
  onSplit?: ((before: string, after: string) => void) | undefined;
  /** The selection when the editor opens, in letters; by default at the end. */
  selected?: TextSpan | undefined;
  /** Called after each change of text or format; `print` returns the text as it is at that moment. */
  onEdit: (print: () => string) => void;
  /** Called if something was found in pasted content, and with zero findings when an edit has removed the last picture from the text. */
  onFindings?: (findings: PastedFindings) => void;
  /** Called after each change, also of the selection. */
  onUpdate: (editor: ProseEditor) => void;
}

/** An editor of formatted text. Its owner passes and receives Markdown. It takes the focus. */
export class ProseEditor {
  readonly view: EditorView;
  private read: ReadProse & { markdown: string };
  /** Whether `onFindings` was called for pictures that are still in the text. */
  private hasReportedPictures = false;

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
        onFindings: (findings) => this.reportFindings(findings),
      }),
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged) options.onEdit(() => this.print(transaction.doc));
        if (this.hasReportedPictures && countPictures(this.doc) === 0)
          this.reportFindings({ pictures: 0, hiddenWords: 0 });
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

  /** Whether the editor has something to undo. If so, the keys for Undo belong to it. */
  get isWritten(): boolean {
    return undoDepth(this.view.state) !== 0;
  }

  /** The Markdown of a document of this editor. */
  print(doc: ProseNode = this.doc): string {
    return printProse(doc, this.read);
  }

  /** Runs a command at the cursor and focuses the editor. Returns `false` if the command does not apply. */
  run(command: Command): boolean {
    const isDone = command(this.view.state, (transaction) => this.view.dispatch(transaction), this.view);
    this.view.focus();
    return isDone;
  }

  /** Passes on the Markdown before and after the cursor, if both have words. */
  split(): void {
    const { head } = this.view.state.selection;
    const before = this.print(this.doc.cut(0, head));
    const after = this.print(this.doc.cut(head));
    if (before !== '' && after !== '') this.options.onSplit?.(before, after);
  }

  private reportFindings(findings: PastedFindings): void {
    this.hasReportedPictures = findings.pictures > 0;
    this.options.onFindings?.(findings);
  }

  /** Shows text that was changed elsewhere; the cursor stays at the same words. */
  replace(markdown: string): void {
    this.read = { ...readMarkdown(markdown), markdown };
    this.view.updateState(withKeptSelection(this.openState(), this.view.state));
    if (this.hasReportedPictures && countPictures(this.doc) === 0)
      this.reportFindings({ pictures: 0, hiddenWords: 0 });
    this.options.onUpdate(this);
  }

  /** The attributes for screen readers may change while the editor is open: a quote's number. */
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
