import type { IDBPTransaction } from 'idb';
import type { Clip } from '../../news/clip';
import { isIndexComplete, MOST_UNINDEXED } from './clip-index';
import { findInBlock, indexTermsOf, type IndexBlock, type IndexedClip } from '../database/index-block';
import type { ClipsheetSchema, Database } from '../database/schema';
import { containsWords, splitQuery } from '../database/searched-text';

const MOST_FOUND = 100;
/** How many blocks are read at first; twice as many each further time. */
const FIRST_BLOCKS = 16;
/** How many clips are read at a time. */
const CLIPS_AT_ONCE = 50;

const STORES = ['clips', 'unindexed', 'indexBlocks', 'indexing'] as const;
type Transaction = IDBPTransaction<ClipsheetSchema, [...typeof STORES]>;

interface Search {
  words: readonly string[];
  limit: number;
  /** Ends a search whose result is no longer wanted. The result is what has been found by then. */
  signal?: AbortSignal | undefined;
}

/** Searches all clips. Caches the blocks of the index that it has read; drop the object when the search is closed. */
export class ClipSearch {
  private readonly blocks = new Map<string, IndexBlock>();

  constructor(private readonly database: Database) {}

  /**
   * The clips of all issues whose headline, outlet, byline, quotes and comment contain every word of the query, the latest first,
   * without those in the bin. Words are compared as `foldForSearch` returns them, and may be parts of words.
   */
  async find(
    query: string,
    { limit = MOST_FOUND, signal }: { limit?: number; signal?: AbortSignal } = {},
  ): Promise<Clip[]> {
    const search = { words: splitQuery(query), limit, signal };
    if (search.words.length === 0) return [];
    const transaction = this.database.transaction(STORES);
    const unindexed = await transaction.objectStore('unindexed').getAllKeys(null, MOST_UNINDEXED);
    const indexing = await transaction.objectStore('indexing').get('indexing');
    return isIndexComplete(indexing) && unindexed.length < MOST_UNINDEXED
      ? this.searchIndex(transaction, search, unindexed)
      : scanClips(transaction, search);
  }

  /** Reads the whole index before a search needs it. If it is aborted, the next call continues. */
  async load(signal: AbortSignal): Promise<void> {
    const keys = (await this.database.getAllKeys('indexBlocks')).reverse();
    for (let at = 0; at < keys.length && !signal.aborted; at += FIRST_BLOCKS) {
      const some = keys.slice(at, at + FIRST_BLOCKS);
      if (some.some(([, id]) => !this.blocks.has(id)))
        await this.readBlocks(this.database.transaction(STORES), some);
    }
  }

  /** Reads from the latest block to the earliest, until enough clips are found that are later than all in the next block. */
  private async searchIndex(transaction: Transaction, search: Search, unindexed: string[]): Promise<Clip[]> {
    const terms = [...new Set(search.words.flatMap((word) => [...indexTermsOf(word)]))];
    terms.sort((a, b) => b.length - a.length); // the rarer ones first
    const found = new FoundClips(transaction, search);
    await found.readUnindexed(unindexed);
    const keys = (await transaction.objectStore('indexBlocks').getAllKeys()).reverse();
    for (let [at, size] = [0, FIRST_BLOCKS]; at < keys.length; [at, size] = [at + size, size * 2]) {
      const some = keys.slice(at, at + size);
      if (await found.isEnoughAfter(some[0]?.[0] ?? '')) break;
      for (const block of await this.readBlocks(transaction, some)) found.add(findInBlock(block, terms));
    }
    return found.readAll();
  }

  private async readBlocks(transaction: Transaction, keys: readonly (readonly [string, string])[]) {
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (keys.some(([, id]) => !this.blocks.has(id)))
      for (const block of await transaction
        .objectStore('indexBlocks')
        .getAll(IDBKeyRange.bound([...last], [...first])))
        this.blocks.set(block.id, block);
    return keys.map(([, id]) => this.blocks.get(id)).filter((block) => block !== undefined);
  }
}

/** What a search has found, and what it may still find. */
class FoundClips {
  private readonly found = new Map<string, Clip>();
  private unindexed: ReadonlySet<string> = new Set();
  /** Clips that the index names, the latest first. Each must be read, because the index also contains earlier texts of clips. */
  private candidates: IndexedClip[] = [];

  constructor(
    private readonly transaction: Transaction,
    private readonly search: Search,
  ) {}

  async readUnindexed(ids: readonly string[]): Promise<void> {
    this.unindexed = new Set(ids);
    for (const clip of await this.read(ids)) this.found.set(clip.id, clip);
  }

  add(clips: readonly IndexedClip[]): void {
    this.candidates.push(...clips.filter(({ id }) => !this.unindexed.has(id)));
  }

  /** Whether enough clips were clipped after an instant. Reads as many candidates as that takes. */
  async isEnoughAfter(instant: string): Promise<boolean> {
    await this.readCandidates((next) => next.clippedAt > instant);
    return this.search.signal?.aborted === true || this.isEnough(({ clippedAt }) => clippedAt > instant);
  }

  async readAll(): Promise<Clip[]> {
    await this.readCandidates(() => true);
    return [...this.found.values()].sort(byClippedAt).slice(0, this.search.limit);
  }

  private async readCandidates(isWanted: (next: IndexedClip) => boolean): Promise<void> {
    this.candidates.sort(byClippedAt);
    for (;;) {
      const [next] = this.candidates;
      if (next === undefined || !isWanted(next) || this.search.signal?.aborted) return;
      if (this.isEnough((clip) => byClippedAt(clip, next) < 0)) return;
      const some = this.candidates.splice(0, CLIPS_AT_ONCE);
      const clips = new Map((await this.read(some.map(({ id }) => id))).map((clip) => [clip.id, clip]));
      for (const { id, clippedAt } of some) {
        const clip = clips.get(id);
        if (clip?.clippedAt === clippedAt) this.found.set(id, clip); // otherwise a later block names it
      }
    }
  }

  private isEnough(isBefore: (clip: Clip) => boolean): boolean {
    return [...this.found.values()].filter(isBefore).length >= this.search.limit;
  }

  private async read(ids: readonly string[]): Promise<Clip[]> {
    const store = this.transaction.objectStore('clips');
    const clips = await Promise.all(ids.map((id) => store.get(id)));
    return clips.filter((clip) => clip !== undefined).filter((clip) => isFound(clip, this.search));
  }
}

async function scanClips(transaction: Transaction, search: Search): Promise<Clip[]> {
  const found: Clip[] = [];
  let cursor = await transaction.objectStore('clips').index('clippedAt').openCursor(null, 'prev');
  while (cursor !== null && found.length < search.limit && !search.signal?.aborted) {
    if (isFound(cursor.value, search)) found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}

function isFound(clip: Clip, { words }: Search): boolean {
  return clip.binnedAt === undefined && containsWords(clip, words);
}

/** Sorts like the database's index `clippedAt`, the latest first. */
function byClippedAt(a: IndexedClip, b: IndexedClip): number {
  if (a.clippedAt !== b.clippedAt) return a.clippedAt < b.clippedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
