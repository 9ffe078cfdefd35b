import type { Draft } from '../src/news/draft';
import type { Database } from '../src/storage/database/database';
import { deleteDraft, draftWriter, type DraftWriter } from '../src/storage/drafts';
import { dropCommitted, dropFirstKeys, keepFirstKeys, readFirstKeys, UNPLACED } from './first-keys';
import { isClipFormField, overlay, type ClipForm } from './clip-form';

/** Keeps what is typed, from the first key on: beside the database at once, and in it as soon as it can. */
export class DraftKeeping {
  private writer: DraftWriter | undefined;
  private database: Database | undefined;
  private draftKey: string | undefined;
  private isWaiting = false;
  private holdsDraft = false;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  /** The key under which drafts are kept. */
  get key(): string | undefined {
    return this.draftKey;
  }

  /** Whether the draft in the database is in the sheet already, or older than it. */
  get isWhole(): boolean {
    return this.holdsDraft;
  }

  /** To be called when the key is known; the first keys that lay under it are in `sheet`. */
  expect(key: string, sheet: ClipForm): void {
    this.draftKey = key;
    this.writer = undefined;
    this.holdsDraft = readFirstKeys(key)?.isWhole === true;
    if (this.isWaiting) this.keep(sheet);
    dropFirstKeys(UNPLACED);
  }

  /** To be called when the draft that lay under the key is in `sheet`, too: from now on it is overwritten. */
  begin(database: Database, sheet: ClipForm): void {
    this.database = database;
    this.writer = draftWriter(database, this.onFailure, dropCommitted);
    this.holdsDraft = true;
    const isBehind = this.isWaiting || (this.draftKey !== undefined && readFirstKeys(this.draftKey));
    this.isWaiting = false;
    if (isBehind) this.keep(sheet);
  }

  /** Starts to write in this very task, for the popup may be gone in the next. */
  keep(sheet: ClipForm): void {
    const draft = draftOf(this.draftKey ?? UNPLACED, sheet);
    keepFirstKeys({ draft, isWhole: this.holdsDraft });
    if (this.writer) this.writer.write(draft);
    else this.isWaiting = true;
  }

  /** Sends all that waits. For `pagehide`, and before a transaction that ends the draft. */
  async flush(): Promise<void> {
    await this.writer?.flush();
  }

  /** To be called when the draft has become a clip, or is no longer wanted. */
  forgetFirstKeys(): void {
    this.isWaiting = false;
    if (this.draftKey !== undefined) dropFirstKeys(this.draftKey);
  }

  async discard(): Promise<void> {
    this.forgetFirstKeys();
    void this.flush();
    if (this.database && this.draftKey !== undefined) await deleteDraft(this.database, this.draftKey);
  }
}

function draftOf(key: string, { content, newSection, touched, basedOn, base }: ClipForm): Draft {
  // Quotes that came by selection are part of what was begun: they are to be there when the selection is not.
  const kept = content.quotes.length > 0 ? [...touched, 'quotes'] : [...touched];
  return {
    key,
    content,
    touched: [...new Set(kept)],
    ...(newSection !== undefined && { newSection }),
    ...(basedOn !== undefined && { basedOn }),
    ...(base && { base }),
    changedAt: new Date().toISOString(),
  };
}

/** Lays what has been typed since the popup opened over the draft; words typed in both comments follow one another. */
export function layOverDraft(draft: Draft | ClipForm, sheet: ClipForm): ClipForm {
  const content = overlay(draft.content, sheet.content, sheet.touched);
  const comments = [draft.content.comment, sheet.content.comment];
  const newSection = sheet.touched.has('section') ? sheet.newSection : draft.newSection;
  return {
    content: sheet.touched.has('comment') ? { ...content, comment: comments.join('') } : content,
    ...(newSection !== undefined && { newSection }),
    touched: new Set([...[...draft.touched].filter(isClipFormField), ...sheet.touched]),
    ...(draft.basedOn !== undefined && { basedOn: draft.basedOn }),
    ...(draft.base && { base: draft.base }),
  };
}
