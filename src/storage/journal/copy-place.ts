/**
 * A place outside the database that stores files by name. There are several, so that damage to the list of one does not affect the
 * others.
 */
export interface CopyPlace {
  names: () => Promise<string[]>;
  /** Opens the place, so that a write that follows takes less time. */
  prepare?: () => Promise<unknown>;
  /** Resolves when the file has its content. */
  write: (name: string, content: string | Blob) => Promise<void>;
  /** `undefined` if the file does not exist or the browser cannot read it. */
  read: (name: string) => Promise<WrittenFile | undefined>;
  remove: (name: string) => Promise<void>;
  /** When a file was last written there, in milliseconds since 1970. */
  lastWrite: () => Promise<number>;
  /** Clears a place that can no longer list its files. */
  renew: () => Promise<void>;
}

/** A place that can record its turns. */
export interface TurnPlace extends CopyPlace {
  /** Whether there is a file of this name; `false` also if the browser cannot say. */
  has: (name: string) => Promise<boolean>;
  /**
   * All at once; or `record`, an empty file that may be there already, before everything else, and then `added` in their order. The record
   * that it replaces, which is one of `removed`, is gone as soon as there is the new one.
   */
  replace: (
    record: string,
    added: ReadonlyMap<string, string | Blob>,
    removed: readonly string[],
  ) => Promise<void>;
}

export interface WrittenFile {
  content: Blob;
  /** When it was written, in milliseconds since 1970. */
  writtenAt: number;
}

/** Returns `undefined` if the browser refuses. */
export async function unlessRefused<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error; // a response that is cut off is a TypeError
    return undefined;
  }
}

/** How long a place may take for a step, in milliseconds. Chromium sometimes never answers a write into a file system. */
export const LONGEST = 10_000;
/** The same for the list of its files, which is read before each save, in milliseconds. */
const LONGEST_LIST = 3_000;
/** The same for a whole backup, which may have 100 MB. */
const LONGEST_BACKUP = 120_000;

/**
 * The place, except that a step that takes too long is rejected with a `TimeoutError`. What it writes may still arrive later. An
 * exception that is no error, as Firefox has for a torn list of caches, becomes one.
 */
export function limitTime({ names, write, read, remove, lastWrite, renew, ...place }: CopyPlace): CopyPlace {
  return {
    ...place,
    names: () => inTime(names()),
    write: (name, content) =>
      inTime(write(name, content), typeof content === 'string' ? LONGEST : LONGEST_BACKUP),
    read: (name) => unlessRefused(() => inTime(read(name))),
    remove: (name) => inTime(remove(name)),
    lastWrite: () => inTime(lastWrite()),
    renew: () => inTime(renew()),
  };
}

export function limitTurnPlace({ replace, has, ...place }: TurnPlace): TurnPlace {
  return {
    ...limitTime(place),
    has: async (name) => (await unlessRefused(() => inTime(has(name), LONGEST_LIST))) ?? false,
    names: () => inTime(place.names(), LONGEST_LIST),
    replace: (record, added, removed) => {
      const isLarge = [...added.values()].some((content) => typeof content !== 'string');
      return inTime(replace(record, added, removed), isLarge ? LONGEST_BACKUP : LONGEST);
    },
  };
}

/** Whether the place may be intact: it does not answer, or the disk is full. */
export function isPassing({ name }: DOMException): boolean {
  return name === 'TimeoutError' || name === 'QuotaExceededError';
}

async function inTime<Result>(step: Promise<Result>, limit = LONGEST): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new DOMException('The place of the copy does not answer', 'TimeoutError')),
    limit,
  );
  try {
    return await Promise.race([step, late.promise]);
  } catch (error) {
    if (error instanceof Error || error instanceof DOMException) throw error;
    throw new DOMException(`The place of the copy refuses: ${String(error)}`, 'UnknownError');
  } finally {
    clearTimeout(timer);
  }
}
