import fc from 'fast-check';
import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { withKeptSelection } from '../../../desk/prose/kept-selection';
import { printProse } from '../../../desk/prose/print-prose';
import { readMarkdown } from '../../../desk/prose/read-markdown';
import { mergeRewriting } from '../../../src/news/merge/text-merge';
import { tidyMarkdown } from '../../../src/news/text/plain-text';
import { runsOf } from '../../property-runs';

/** What is stored, for both editors. */
interface Store {
  text: string | undefined;
}

const readProse = (markdown: string) => ({ ...readMarkdown(markdown), markdown });

/** An editor that saves what is typed and shows what others have saved, as the one at the desk does. */
class Editor {
  private read = readProse('');
  private state = EditorState.create({ doc: this.read.doc });
  private from: string | undefined;
  private isSaved = true;

  constructor(private readonly store: Store) {}

  type(letter: string): void {
    this.state = this.state.apply(this.state.tr.insertText(letter));
    this.isSaved = false;
  }

  pressEnd(): void {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.atEnd(this.state.doc)));
  }

  save(): void {
    const to = tidyMarkdown(printProse(this.state.doc, this.read));
    this.store.text = mergeRewriting(this.store.text, { from: this.from, to }, 'markdown');
    this.from = to;
    this.isSaved = true;
  }

  show(): void {
    const { text } = this.store;
    if (!this.isSaved || text === this.from) return;
    this.read = readProse(text ?? '');
    this.state = withKeptSelection(EditorState.create({ doc: this.read.doc }), this.state);
    this.from = text;
  }
}

it('breaks no word that is typed while another desk writes into the same text', () => {
  const event = fc.record({
    editor: fc.constantFrom(0, 1),
    act: fc.constantFrom('save', 'show', 'none', 'none'),
  });
  fc.assert(
    fc.property(fc.array(event, { minLength: 60, maxLength: 60, size: 'max' }), (events) => {
      const store: Store = { text: undefined };
      const editors = [new Editor(store), new Editor(store)] as const;
      const words = ['Alliance', 'Blockade', 'Ceasefire', 'Delegates'];
      let time = 0;
      for (const [turn, word] of words.entries()) {
        const editor = editors[turn % 2 === 0 ? 0 : 1];
        editor.pressEnd();
        for (const letter of ` ${word}`) {
          editor.type(letter);
          const { editor: number, act } = events[(time += 1)] ?? { editor: 0, act: 'none' };
          if (act === 'save') editors[number === 0 ? 0 : 1].save();
          else if (act === 'show') editors[number === 0 ? 0 : 1].show();
        }
      }
      for (const editor of editors) editor.save();
      expect(store.text?.split(/\s+/u).toSorted()).toEqual(words.toSorted());
    }),
    { numRuns: runsOf(300) },
  );
}, 600_000);
