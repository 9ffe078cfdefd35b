import * as v from 'valibot';
import { clipSchema, type Clip } from '../../src/news/clip.ts';
import { draftSchema } from '../../src/news/draft.ts';
import { issueSchema } from '../../src/news/issue.ts';
import { articleAddress, headlineOf, passageOf } from './articles.ts';
import type { StoredRecords } from './stored-records.ts';

/** The content that an article's clip should have, and the part of it that the user was told is saved. */
interface Entry {
  hasQuote: boolean;
  /** The whole comment as it was first saved, or with what the desk has added to it. */
  comment?: string;
  /** The additions of several pages. Each word must be in the comment, at any place. */
  words: string[];
  isAcknowledged: boolean;
  /** When it was last confirmed, in milliseconds since 1970. */
  at: number;
}

/** What the check of a database has found, one line for each clip. */
export interface Findings {
  lost: string[];
  halfWritten: string[];
}

/** Records, outside the browser, what it was told to save and what it said it had saved. */
export class Ledger {
  private readonly entries = new Map<number, Entry>();
  private readonly forgiven = new Set<number>();
  /** The number of confirmations. */
  acknowledged = 0;
  /** Called at the moment of each confirmation. */
  onAcknowledged: (() => void) | undefined;

  /** Call this before the save begins. From then on the complete clip may exist. */
  begin(article: number, { hasQuote, comment }: { hasQuote: boolean; comment?: string }): void {
    this.entries.set(article, {
      hasQuote,
      ...(comment !== undefined && { comment }),
      words: [],
      isAcknowledged: false,
      at: 0,
    });
  }

  /** Call this when the page has said that it is saved, with `comment` if the desk has added to it. */
  acknowledge(article: number, comment?: string): void {
    const entry = this.entryOf(article);
    entry.isAcknowledged = true;
    entry.at = Date.now();
    if (comment !== undefined) entry.comment = comment;
    this.count();
  }

  /** Call this when one of several pages has said that its addition to the comment is saved. */
  acknowledgeWords(article: number, words: readonly string[]): void {
    const entry = this.entryOf(article);
    entry.words.push(...words);
    entry.at = Date.now();
    this.count();
  }

  /** Stops expecting the saves that began or were confirmed since a time (milliseconds since 1970): they may exist or not. */
  forgive(since: number): void {
    for (const [article, entry] of this.entries)
      if (entry.at >= since || (!entry.isAcknowledged && since < Infinity)) {
        this.entries.delete(article);
        if (entry.isAcknowledged) this.forgiven.add(article);
      }
  }

  /** The articles that were confirmed, then forgiven, and are missing. Each is returned once. */
  takeMissingForgiven({ clips }: StoredRecords): number[] {
    const addresses = new Set(clips.map(({ address }) => address));
    const missing = [...this.forgiven].filter((article) => !addresses.has(articleAddress(article)));
    this.forgiven.clear();
    return missing;
  }

  private count(): void {
    this.acknowledged += 1;
    this.onAcknowledged?.();
  }

  private entryOf(article: number): Entry {
    const entry = this.entries.get(article);
    if (entry === undefined) throw new Error(`Article ${article} was never clipped`);
    return entry;
  }

  acknowledgedArticles(): number[] {
    return [...this.entries].filter(([, entry]) => entry.isAcknowledged).map(([article]) => article);
  }

  check({ clips, issues, drafts }: StoredRecords): Findings {
    const lost: string[] = [];
    const halfWritten = [
      ...findBroken('clip', clipSchema, clips),
      ...findBroken('issue', issueSchema, issues),
      ...findBroken('draft', draftSchema, drafts),
    ];
    const stored = new Map(
      clips.filter((clip) => v.is(clipSchema, clip)).map((clip) => [clip.address, clip]),
    );
    const sections = new Set(v.parse(v.array(issueSchema), issues).flatMap(sectionsOf));
    for (const [article, entry] of this.entries) {
      const clip = stored.get(articleAddress(article));
      if (clip === undefined) {
        if (entry.isAcknowledged) lost.push(`Article ${article} was acknowledged and is not there`);
        continue;
      }
      const flaw = findFlaw(article, entry, clip, sections);
      if (flaw !== undefined) halfWritten.push(`Article ${article}: ${flaw}`);
      const isCommentThere =
        clip.comment === undefined
          ? entry.comment === undefined
          : lettersOf(clip.comment).startsWith(lettersOf(entry.comment ?? ''));
      if (!isCommentThere && entry.isAcknowledged)
        lost.push(`Article ${article}: of the comment “${entry.comment}” there is “${clip.comment}”`);
      const missing = entry.words.filter((word) => clip.comment?.includes(word) !== true);
      if (missing.length > 0)
        lost.push(`Article ${article}: “${missing.join(' ')}” is not in “${clip.comment}”`);
    }
    return { lost, halfWritten };
  }
}

/** A text without spaces, because a field's text content does not show where its paragraphs end. */
function lettersOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** An issue's sections as clips refer to them. */
function sectionsOf({ id, sections }: v.InferOutput<typeof issueSchema>): string[] {
  return sections.map((section) => `${id} ${section.id}`);
}

function findBroken(kind: string, schema: v.GenericSchema, records: readonly unknown[]): string[] {
  return records.flatMap((record) => {
    const parsed = v.safeParse(schema, record);
    return parsed.success ? [] : [`A broken ${kind}: ${v.summarize(parsed.issues)}`];
  });
}

/** The parts that a clip lacks although they were written together with it, confirmed or not. */
function findFlaw(
  article: number,
  entry: Entry,
  clip: Clip,
  sections: ReadonlySet<string>,
): string | undefined {
  if (clip.headline !== headlineOf(article)) return `the headline is “${clip.headline}”`;
  const quotes = clip.quotes.map((quote) => quote.markdown);
  if (entry.hasQuote && quotes.join() !== passageOf(article)) return `the quotes are “${quotes.join()}”`;
  if (!entry.isAcknowledged && clip.comment !== entry.comment) return `the comment is “${clip.comment}”`;
  if (clip.sectionId !== undefined && !sections.has(`${clip.issueId} ${clip.sectionId}`))
    return 'its section is none of its issue';
  return undefined;
}
