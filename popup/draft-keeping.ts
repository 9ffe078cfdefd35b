import type { Draft } from '../src/news/draft';
import type { Database } from '../src/storage/database';
import { deleteDraft, draftWriter, type DraftWriter } from '../src/storage/drafts';
import { isSheetField, overlay, type Sheet } from './sheet';

/** Keeps what is typed, from the first key on; what comes before the database is open waits for it. */
export class DraftKeeping {
  private place: { database: Database; key: string; writer: DraftWriter } | undefined;
  private isWaiting = false;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  /** The key under which drafts are kept: known once `begin` was called. */
  get key(): string | undefined {
    return this.place?.key;
  }

  /** To be called when the draft that lies under the key is in the sheet: from now on it is overwritten. */
  begin(database: Database, key: string, sheet: Sheet): void {
    this.place = { database, key, writer: draftWriter(database, this.onFailure) };
    if (this.isWaiting) this.keep(sheet);
    this.isWaiting = false;
  }

  /** Starts to write in this very task, for the popup may be gone in the next. */
  keep(sheet: Sheet): void {
    if (this.place) this.place.writer.write(draftOf(this.place.key, sheet));
    else this.isWaiting = true;
  }

  /** Sends all that waits. For `pagehide`, and before a transaction that ends the draft. */
  async flush(): Promise<void> {
    await this.place?.writer.flush();
  }

  async discard(): Promise<void> {
    this.isWaiting = false;
    if (!this.place) return;
    void this.flush();
    await deleteDraft(this.place.database, this.place.key);
  }
}

function draftOf(key: string, { content, newSection, touched, basedOn }: Sheet): Draft {
  // Quotes that came by selection are part of what was begun: they are to be there when the selection is not.
  const kept = content.quotes.length > 0 ? [...touched, 'quotes'] : [...touched];
  return {
    key,
    content,
    touched: [...new Set(kept)],
    ...(newSection !== undefined && { newSection }),
    ...(basedOn !== undefined && { basedOn }),
    changedAt: new Date().toISOString(),
  };
}

/** Lays what has been typed since the popup opened over the draft; words typed in both comments follow one another. */
export function layOverDraft(draft: Draft | Sheet, sheet: Sheet): Sheet {
  const content = overlay(draft.content, sheet.content, sheet.touched);
  const comments = [draft.content.comment, sheet.content.comment];
  const newSection = sheet.touched.has('section') ? sheet.newSection : draft.newSection;
  return {
    content: sheet.touched.has('comment') ? { ...content, comment: comments.join('') } : content,
    ...(newSection !== undefined && { newSection }),
    touched: new Set([...[...draft.touched].filter(isSheetField), ...sheet.touched]),
    ...(draft.basedOn !== undefined && { basedOn: draft.basedOn }),
  };
}
