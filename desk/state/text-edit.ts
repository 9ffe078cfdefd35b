import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Milliseconds after a key before it is saved, with those that came meanwhile. */
const PAUSE = 150;

/** Every field in which something typed may wait to be saved. */
const edits = new Set<Pick<TextEdit<unknown>, 'flush' | 'isSaved' | 'hasFailed'>>();

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

/**
 * What is typed into one field on its way to the database: one write at a time, the newest text wins, none is lost. `Typed`
 * is the text, or what makes it when it is written.
 */
export class TextEdit<Typed> {
  private waiting: { typed: Typed } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> | undefined;
  /** What waits could not be saved when it was tried last. */
  hasFailed = false;

  constructor(
    private save: (typed: Typed) => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {}

  get isSaved(): boolean {
    return this.waiting === undefined && this.writing === undefined;
  }

  /** What is saved from now on, and how: the field may stand for a newer version of its record. */
  saveWith(save: (typed: Typed) => Promise<void>): void {
    this.save = save;
  }

  type(typed: Typed): void {
    if (this.isSaved) queueMicrotask(tellWatchers);
    this.waiting = { typed };
    this.timer ??= setTimeout(() => void this.flush(), PAUSE);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isSaved) return;
    this.writing ??= this.write().finally(() => (this.writing = undefined));
    await this.writing;
    tellWatchers();
  }

  /** What could not be saved waits for the next key, and stays in the field. */
  private async write(): Promise<void> {
    while (this.waiting !== undefined) {
      const { waiting } = this;
      this.waiting = undefined;
      try {
        await this.save(waiting.typed);
        this.hasFailed = false;
      } catch (error) {
        this.hasFailed = true;
        this.waiting ??= waiting;
        this.report(error);
        return;
      }
    }
  }
}

/** What is typed into a field that this is called for, until it has been saved: beyond the life of the field. */
export function useTextEdit<Typed>(
  save: (typed: Typed) => Promise<void>,
  report: (error: unknown) => void,
): TextEdit<Typed> {
  const [edit] = useState(() => new TextEdit(save, report));
  useLayoutEffect(() => {
    edit.saveWith(save);
  });
  useEffect(() => {
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
export function useEditedText(field: {
  stored: string | undefined;
  tidy: (text: string) => string | undefined;
  save: (text: string | undefined) => Promise<void>;
  report: (error: unknown) => void;
}): EditedText {
  const { stored, tidy, save, report } = field;
  const [typed, setTyped] = useState<{ text: string; isLeft: boolean }>();
  const edit = useTextEdit<string>((text) => save(tidy(text)), report);
  const isOurs = typed !== undefined && (!edit.isSaved || (!typed.isLeft && tidy(typed.text) === stored));
  return {
    value: isOurs ? typed.text : stored,
    onChange: (text) => {
      setTyped({ text, isLeft: false });
      edit.type(text);
    },
    onLeave: () => {
      setTyped((current) => current && { ...current, isLeft: true });
      void edit.flush();
    },
  };
}
