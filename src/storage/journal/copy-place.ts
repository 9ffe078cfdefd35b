/**
 * A place outside the database that keeps files by their names. There are two, so that what tears the list of one place does not
 * reach the other.
 */
export interface CopyPlace {
  names: () => Promise<string[]>;
  /** The file has its content when this resolves. */
  write: (name: string, content: string | Blob) => Promise<void>;
  /** `undefined`: it is not there, or the browser does not read it. */
  read: (name: string) => Promise<WrittenFile | undefined>;
  remove: (name: string) => Promise<void>;
  /** When a file was written there last, in milliseconds since 1970. */
  lastWrite: () => Promise<number>;
  /** Empties a place that gives no names any more. */
  renew: () => Promise<void>;
}

export interface WrittenFile {
  content: Blob;
  /** When it was written, in milliseconds since 1970. */
  writtenAt: number;
}

/** Gives `undefined` where the browser refuses. */
export async function unlessRefused<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error; // a response that is cut off is a TypeError
    return undefined;
  }
}
