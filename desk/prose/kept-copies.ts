import { Slice } from 'prosemirror-model';
import * as v from 'valibot';
import { loadStorage } from '../../src/storage/database/key-value-storage';
import { pageStorage } from '../../src/storage/database/page-storage';
import { PROSE } from './prose-schema';

/**
 * What our editors have copied. The clipboard contains only a token, because any page can write content there that looks like
 * ours. The content is where our other pages find it.
 */
const KEY = 'copies';

/** Older copies are no longer on the clipboard. */
const LONGEST_KEPT = 24 * 60 * 60 * 1000;
const MOST_COPIES = 5;
const MOST_LETTERS = 1_000_000;

const copiesSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ token: v.string(), copiedAt: v.number(), slice: v.unknown() })),
);
type Copies = v.InferOutput<typeof copiesSchema>;

/** To be called before content is copied or pasted. */
export async function loadCopies(): Promise<void> {
  await loadStorage(pageStorage);
}

/** Stores copied content and returns the token under which it is found. */
export function keepCopiedContent(slice: Slice, now = Date.now()): string {
  const token = crypto.randomUUID();
  const copies = [{ token, copiedAt: now, slice: slice.toJSON() as unknown }, ...readCopies(now)];
  try {
    pageStorage?.setItem(KEY, printCopies(copies.slice(0, MOST_COPIES)));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // not enough space; pasting will then treat the content like any page's
  }
  return token;
}

/** The content for a token; `undefined` if the token is not ours or has expired. */
export function findCopy(token: string | null, now = Date.now()): Slice | undefined {
  const found = token === null ? undefined : readCopies(now).find((copy) => copy.token === token);
  if (found === undefined) return undefined;
  try {
    const slice = Slice.fromJSON(PROSE, found.slice);
    slice.content.forEach((node) => node.check());
    return slice;
  } catch (error) {
    console.debug('Clipsheet: a copy', error); // from another version's editor
    return undefined;
  }
}

function readCopies(now: number): Copies {
  const parsed = v.safeParse(copiesSchema, pageStorage?.getItem(KEY));
  return parsed.success ? parsed.output.filter(({ copiedAt }) => now - copiedAt < LONGEST_KEPT) : [];
}

/** Drops the oldest copies until the rest fits. */
function printCopies(copies: Copies): string {
  const text = JSON.stringify(copies);
  return text.length <= MOST_LETTERS ? text : copies.length > 1 ? printCopies(copies.slice(0, -1)) : '[]';
}
