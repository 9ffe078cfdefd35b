import { useLayoutEffect, useState } from 'preact/hooks';
import type { Rewriting } from '../../src/news/merge/text-merge';

/** Milliseconds after a key before the typed text is saved, together with later keys. */
const PAUSE = 150;

/** The fields whose text may not be saved yet. */
const edits = new Set<TextEdit>();

/** Saves all typed text. Pages call it before they are left, and before other code needs the text. */
export async function flushTextEdits(): Promise<void> {
  await Promise.all([...edits].map((edit) => edit.flush()));
}

/** Calls the watcher whenever typed text starts to wait, or has been saved. The returned function removes it. */
export function watchTextEdits(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether all typed text is in the database, is being saved, or could not be saved. */
export function stateOfEdits(): 'saved' | 'saving' | 'failed' {
  const all = [...edits];
  if (all.some((edit) => edit.hasFailed)) return 'failed';
  return all.every((edit) => edit.isSaved) ? 'saved' : 'saving';
}

const watchers = new Set<() => void>();

function tellWatchers(): void {
  for (const watcher of watchers) watcher();
}

/** How the text of a field is saved. */
export interface TextSaving {
  /** Makes the stored text from the typed one. */
  tidy: (text: string) => string | undefined;
  /** Receives the text before and after the edit, because others may have written meanwhile. */
  save: (rewriting: Rewriting) => Promise<void>;
  report: (error: unknown) => void;
}

/** Saves the text that is typed into one field: one write at a time, the newest text wins, none is lost. */
class TextEdit {
  private waiting: (() => string) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> | undefined;
  /** The text before the edit: what the field last showed of the stored text, or has passed on since. */
  private from: string | undefined;
  /** The last attempt to save the waiting text failed. */
  hasFailed = false;

  constructor(
    private saving: TextSaving,
    /** Called when no write is in progress any more. */
    private readonly onRest: () => void,
  ) {}

  get isSaved(): boolean {
    return this.waiting === undefined && this.writing === undefined;
  }

  /** Changes how it is saved, because the field may now show a newer version of its record. */
  saveWith(saving: TextSaving): void {
    this.saving = saving;
  }

  /**
   * To be called when the field shows the stored text. Ignored while typed text is not saved, because the field then shows
   * that.
   */
  show(stored: string | undefined): void {
    if (this.isSaved) this.from = stored;
  }

  /** Whether the field shows an older text than the stored one, with nothing of its own left to save. */
  isOutdated(stored: string | undefined): boolean {
    return this.isSaved && (stored ?? '') !== (this.from ?? '');
  }

  /** `print` returns the text at the time of writing. */
  type(print: () => string): void {
    if (this.isSaved) queueMicrotask(tellWatchers);
    this.waiting = print;
    this.timer ??= setTimeout(() => void this.flush(), PAUSE);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isSaved) return;
    this.writing ??= this.write().finally(() => (this.writing = undefined));
    await this.writing;
    tellWatchers();
    this.onRest();
  }

  /** A text that could not be saved stays in the field and is tried again at the next key. */
  private async write(): Promise<void> {
    while (this.waiting !== undefined) {
      const { waiting } = this;
      this.waiting = undefined;
      try {
        const { from } = this;
        const to = this.saving.tidy(waiting());
        if ((to ?? '') !== (from ?? '')) await this.saving.save({ from, to });
        this.from = to;
        this.hasFailed = false;
      } catch (error) {
        this.hasFailed = true;
        this.waiting ??= waiting;
        this.saving.report(error);
        return;
      }
    }
  }
}

/** The edit of a field. It exists until its text has been saved, even after the field has been removed. */
export function useTextEdit(saving: TextSaving): TextEdit {
  const [, redraw] = useState({});
  const [edit] = useState(() => new TextEdit(saving, () => redraw({})));
  useLayoutEffect(() => {
    edit.saveWith(saving);
  });
  // A layout effect, so that text typed before the first paint is also saved when the page is left.
  useLayoutEffect(() => {
    edits.add(edit);
    return () =>
      void edit.flush().finally(() => {
        edits.delete(edit);
        tellWatchers();
      });
  }, [edit]);
  return edit;
}

export interface EditedText {
  /** The text in the field: the typed text until the field is left, otherwise the stored one. */
  value: string | undefined;
  onChange: (text: string) => void;
  onLeave: () => void;
}

/**
 * A stored text that is edited in a field. `tidy` makes the stored text from the typed one. While the stored text is the tidied
 * typed one, the field keeps the typed form, such as a space at the end before the next word; that space stays when others change the
 * words before it.
 */
export function useEditedText({
  stored,
  ...saving
}: TextSaving & { stored: string | undefined }): EditedText {
  const { tidy } = saving;
  const [typed, setTyped] = useState<{ text: string; isLeft: boolean }>();
  const edit = useTextEdit(saving);
  const isShown = edit.isSaved;
  useLayoutEffect(() => {
    if (isShown) edit.show(stored);
  });
  const shown = (text: string) =>
    edit.isSaved && tidy(text) !== stored ? withTypedSpace(stored, text) : text;
  return {
    value: typed && !(edit.isSaved && typed.isLeft) ? shown(typed.text) : stored,
    onChange: (text) => {
      setTyped({ text, isLeft: false });
      edit.type(() => text);
    },
    onLeave: () => {
      setTyped((current) => current && { ...current, isLeft: true });
      void edit.flush();
    },
  };
}

function withTypedSpace(stored: string | undefined, typed: string): string | undefined {
  const words = typed.trimEnd();
  const word = words.split(/\s/u).at(-1) ?? '';
  return word !== '' && stored?.endsWith(word) === true ? stored + typed.slice(words.length) : stored;
}
