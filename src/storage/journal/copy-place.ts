/**
 * A place outside the database that stores files by name. There are several, so that damage to the list of one does not affect the
 * others.
 */
export interface CopyPlace {
  names: () => Promise<string[]>;
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
