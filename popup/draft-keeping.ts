import type { Draft } from '../src/news/draft';
import type { Database } from '../src/storage/database/database';
import { deleteDraft, draftWriter, type DraftWriter } from '../src/storage/drafts';
import { dropCommitted, dropFirstKeys, keepFirstKeys, readFirstKeys, UNPLACED } from './first-keys';
import { isClipFormField, overlay, type ClipForm } from './clip-form';

/** Saves what the analyst types, from the first key on: at once outside the database, and to the database as soon as possible. */
export class DraftKeeping {
  private writer: DraftWriter | undefined;
  private database: Database | undefined;
  private draftKey: string | undefined;
  private isWaiting = false;
  private holdsDraft = false;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  /** The key under which drafts are saved. */
  get key(): string | undefined {
    return this.draftKey;
  }

  /** Whether the form contains the draft from the database, so that saving it overwrites nothing. */
  get isWhole(): boolean {
    return this.holdsDraft;
  }

  /** Call this when the key is known. `form` contains the first keys that were stored under it. */
  expect(key: string, form: ClipForm): void {
    this.draftKey = key;
    this.writer = undefined;
    this.holdsDraft = readFirstKeys(key)?.isWhole === true;
    if (this.isWaiting) this.keep(form);
    dropFirstKeys(UNPLACED);
  }

  /** Call this when `form` also contains the draft that was stored under the key. From now on that draft is overwritten. */
  begin(database: Database, form: ClipForm): void {
    this.database = database;
    this.writer = draftWriter(database, this.onFailure, dropCommitted);
    this.holdsDraft = true;
    const isBehind = this.isWaiting || (this.draftKey !== undefined && readFirstKeys(this.draftKey));
    this.isWaiting = false;
    if (isBehind) this.keep(form);
  }

  /** Starts writing synchronously, because the popup may be closed before the next task. */
  keep(form: ClipForm): void {
    const draft = draftOf(this.draftKey ?? UNPLACED, form);
    keepFirstKeys({ draft, isWhole: this.holdsDraft });
    if (this.writer) this.writer.write(draft);
    else this.isWaiting = true;
  }

  /** Writes everything that is still waiting. Called on `pagehide`, and before a transaction that deletes the draft. */
  async flush(): Promise<void> {
    await this.writer?.flush();
  }

  /** Call this when the draft has become a clip or was discarded. */
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
  // Quotes from the selection belong to the draft, because the selection may be gone later.
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

/** Puts what was typed since the popup opened on top of the draft. If both have a comment, the typed one is appended. */
export function layOverDraft(draft: Draft | ClipForm, form: ClipForm): ClipForm {
  const content = overlay(draft.content, form.content, form.touched);
  const comments = [draft.content.comment, form.content.comment];
  const newSection = form.touched.has('section') ? form.newSection : draft.newSection;
  return {
    content: form.touched.has('comment') ? { ...content, comment: comments.join('') } : content,
    ...(newSection !== undefined && { newSection }),
    touched: new Set([...[...draft.touched].filter(isClipFormField), ...form.touched]),
    ...(draft.basedOn !== undefined && { basedOn: draft.basedOn }),
    ...(draft.base && { base: draft.base }),
  };
}
