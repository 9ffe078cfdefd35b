import { useLayoutEffect, useState } from 'preact/hooks';
import type { Rewriting } from '../../src/news/merge/text-merge';

/** Milliseconds after a key before it is saved, with those that came meanwhile. */
const PAUSE = 150;

/** Every field in which something typed may wait to be saved. */
const edits = new Set<TextEdit>();

/** Saves all that was typed. Pages call it before they are left, and before whatever needs the text. */
export async function flushTextEdits(): Promise<void> {
  await Promise.all([...edits].map((edit) => edit.flush()));
}

/** Called whenever typing begins to wait, or has been saved. The returned function ends it. */
export function watchTextEdits(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether all that was typed is in the database, is on its way there, or could not be written. */
export function stateOfEdits(): 'saved' | 'saving' | 'failed' {
  const all = [...edits];
  if (all.some((edit) => edit.hasFailed)) return 'failed';
  return all.every((edit) => edit.isSaved) ? 'saved' : 'saving';
}

const watchers = new Set<() => void>();

function tellWatchers(): void {
  for (const watcher of watchers) watcher();
}

/** Where what is typed into a field goes. */
export interface TextSaving {
  /** What the store makes of what is typed. */
  tidy: (text: string) => string | undefined;
  /** Others may have written meanwhile: what is handed over says what it was made of. */
  save: (rewriting: Rewriting) => Promise<void>;
  report: (error: unknown) => void;
}

/** What is typed into one field on its way to the database: one write at a time, the newest text wins, none is lost. */
class TextEdit {
  private waiting: (() => string) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> | undefined;
  /** What the text in the field was made of: what it has shown of the store last, or has handed over since. */
  private from: string | undefined;
  /** What waits could not be saved when it was tried last. */
  hasFailed = false;

  constructor(
    private saving: TextSaving,
    /** Called when nothing is being written any more. */
    private readonly onRest: () => void,
  ) {}

  get isSaved(): boolean {
    return this.waiting === undefined && this.writing === undefined;
  }

  /** How it is saved from now on: the field may stand for a newer version of its record. */
  saveWith(saving: TextSaving): void {
    this.saving = saving;
  }

  /** To be called when the field shows what is stored. While something typed is not saved, that is what it shows. */
  show(stored: string | undefined): void {
    if (this.isSaved) this.from = stored;
  }

  /** Whether the store says something else than the field, of which all is saved. */
  isNews(stored: string | undefined): boolean {
    return this.isSaved && (stored ?? '') !== (this.from ?? '');
  }

  /** `print` makes the text when it is written. */
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

  /** What could not be saved waits for the next key, and stays in the field. */
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

/** What is typed into a field that this is called for, until it has been saved: beyond the life of the field. */
export function useTextEdit(saving: TextSaving): TextEdit {
  const [, redraw] = useState({});
  const [edit] = useState(() => new TextEdit(saving, () => redraw({})));
  useLayoutEffect(() => {
    edit.saveWith(saving);
  });
  // Before the page is painted: what is typed right then is to be saved as well when the page is left.
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
  /** What the field shows: what was typed, until it is left; else what is stored. */
  value: string | undefined;
  onChange: (text: string) => void;
  onLeave: () => void;
}

/**
 * A stored text edited in a field. `tidy` is what the store makes of what is typed: as long as that is what is stored, the
 * field keeps the typed form, with the space that the next word follows.
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
  const isOurs = typed !== undefined && (!edit.isSaved || (!typed.isLeft && tidy(typed.text) === stored));
  return {
    value: isOurs ? typed.text : stored,
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
