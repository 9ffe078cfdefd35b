import * as v from 'valibot';
import { clipContentSchema, type ClipContent } from '../src/news/clip';
import type { Draft } from '../src/news/draft';
import type { ArticleField } from '../src/news/article-fields';
import { isForeign } from '../src/news/text/language-tag';
import type { Quote } from '../src/news/quote';
import { messageForError, type StorageErrorMessage } from '../src/storage/database/storage-errors';
import type { SectionChoice } from '../src/ui/fields/section-options';
import { DraftKeeping, layOverDraft } from './draft-keeping';
import { fillingFrom, type ArticleContext } from './article-context';
import {
  chooseSection,
  EMPTY_FORM,
  fillForm,
  touch,
  writeField,
  type ClipForm,
  type ClipFormField,
} from './clip-form';

/** The last message. */
export type PopupMessage =
  | { kind: 'saved'; before: BeforeSave }
  | { kind: 'clipped'; clipId: string }
  | { kind: 'undone' | 'changed-since' | 'paste-cut' | 'quote-joined' }
  | { kind: 'draft-discarded'; before: ClipForm }
  | { kind: 'quote-removed'; quote: Quote; index: number }
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'failed'; words: StorageErrorMessage; space?: FreeableSpace };

/** How many saved texts of pages could be deleted, and how much space they use: `12.3 MB`. */
export interface FreeableSpace {
  count: number;
  size: string;
}

/** What Undo restores. */
export type BeforeSave = Pick<ClippingState, 'context' | 'form'>;

/** Why a form cannot be saved: its address is not http or https, or the form is empty. */
export type Refusal = 'address' | 'nothing';

export interface ClippingState {
  context: ArticleContext;
  form: ClipForm;
  isSaving: boolean;
  message: PopupMessage | undefined;
}

/**
 * The state of one article in the popup: what is known about it, the form, and the last message. Each edit of the analyst is
 * saved as a draft in the same task.
 */
export class Clipping {
  readonly drafts = new DraftKeeping((error) => this.fail(error));
  private listener: ((state: ClippingState) => void) | undefined;
  private current: ClippingState = { context: {}, form: EMPTY_FORM, isSaving: false, message: undefined };

  get state(): ClippingState {
    return this.current;
  }

  /** Calls the listener on each change. The returned function removes the listener. */
  subscribe(listener: (state: ClippingState) => void): () => void {
    this.listener = listener;
    listener(this.current);
    return () => {
      this.listener = undefined;
    };
  }

  set(change: Partial<ClippingState>): void {
    this.current = { ...this.current, ...change };
    this.listener?.(this.current);
  }

  /** Shows a message for an error of storage. */
  fail(error: unknown): void {
    const words = messageForError(error);
    if (words === 'errorUnexpected') console.error(error);
    void import('../src/storage/database/error-log').then(({ recordFailure }) =>
      recordFailure('popup', error),
    );
    this.set({ message: { kind: 'failed', words } });
  }

  /** Accepts new information, and fills in what the analyst has not edited. */
  learn(news: ArticleContext): void {
    const context = { ...this.current.context, ...news };
    this.set({ context, form: settleForm(this.current.form, context) });
  }

  /** Restores text that was typed before. */
  restore(draft: Draft | ClipForm): void {
    const { context, form } = this.current;
    this.set({ form: settleForm(layOverDraft(draft, form), context) });
  }

  /** Replaces the quotes by the result of `join`, which adds those of the page. */
  joinQuotes(join: (quotes: readonly Quote[]) => Quote[]): void {
    const { context, form } = this.current;
    const content = { ...form.content, quotes: join(form.content.quotes) };
    const quotes = join(context.stored?.quotes ?? []);
    this.set({ form: { ...form, content } });
    this.learn({ quotes });
  }

  write(field: ArticleField | 'comment', value: string): void {
    const form = writeField(this.current.form, field, value);
    this.put(field === 'language' ? this.withLanguageLabel(form) : form);
  }

  change(field: ClipFormField, change: Partial<ClipContent>): void {
    const { form } = this.current;
    this.put(touch(form, field, { ...form.content, ...change }));
  }

  chooseSection(choice: SectionChoice): void {
    this.put(chooseSection(this.current.form, choice));
  }

  editQuote(id: string, markdown: string): void {
    const quotes = this.current.form.content.quotes.map((quote): Quote =>
      quote.id === id ? { ...quote, markdown, isEdited: true } : quote,
    );
    this.change('quotes', { quotes });
  }

  removeQuote(id: string): void {
    const { quotes } = this.current.form.content;
    const index = quotes.findIndex((quote) => quote.id === id);
    const quote = quotes[index];
    if (quote === undefined) return;
    this.change('quotes', { quotes: quotes.toSpliced(index, 1) });
    this.set({ message: { kind: 'quote-removed', quote, index } });
  }

  putQuoteBack({ quote, index }: Extract<PopupMessage, { kind: 'quote-removed' }>): void {
    this.change('quotes', { quotes: this.current.form.content.quotes.toSpliced(index, 0, quote) });
    this.set({ message: undefined });
  }

  async discardDraft(): Promise<void> {
    const { context, form: before } = this.current;
    this.set({ form: settleForm(EMPTY_FORM, context), message: { kind: 'draft-discarded', before } });
    await this.drafts.discard().catch((error: unknown) => this.fail(error));
  }

  bringDraftBack({ before }: Extract<PopupMessage, { kind: 'draft-discarded' }>): void {
    this.restore(before);
    this.put(this.current.form);
    this.set({ message: undefined });
  }

  /**
   * Sets the form, and removes the last message if it may no longer be true. Messages with an Undo of their own and errors stay.
   */
  private put(form: ClipForm): void {
    this.drafts.keep(form);
    const { message } = this.current;
    const stays =
      message &&
      ['clipped', 'quote-removed', 'draft-discarded', 'paste-cut', 'failed'].includes(message.kind);
    this.set({ form, message: stays ? message : undefined });
  }

  private withLanguageLabel(form: ClipForm): ClipForm {
    const issueLanguage = this.current.context.preferences?.houseStyle.language;
    if (issueLanguage === undefined) return form;
    const showLanguage = isForeign(form.content.language, issueLanguage);
    return touch(form, 'showLanguage', { ...form.content, showLanguage });
  }
}

/**
 * The form with known content filled in. If typing began before the stored clip was known, or that clip has been changed since,
 * the form stays as it is, because saving merges both.
 */
function settleForm(form: ClipForm, context: ArticleContext): ClipForm {
  const { stored } = context;
  const isOutdated = stored !== undefined && form.touched.size > 0 && form.basedOn !== stored.revision;
  const filling = fillingFrom(context, form.content);
  const filled = filling ? fillForm(form, filling) : form;
  if (stored === undefined || isOutdated) return filled;
  return { ...filled, basedOn: stored.revision, base: v.parse(clipContentSchema, stored) };
}
