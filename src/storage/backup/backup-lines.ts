import { passStep, type LongWork } from '../database/long-work';
import { LONGEST_RECORD_LINE } from '../database/record-limits';
import { UnreadableBackupError } from '../database/storage-errors';

export const MEBIBYTE = 2 ** 20;
const LINE_FEED = 10;

/** A line of a file, with its bytes' positions; `end` is exclusive. */
export interface BackupLine {
  start: number;
  end: number;
  /** Absent: the line is longer than any that Clipsheet writes, and is not kept in memory. */
  bytes?: Uint8Array;
}

/** Reads line by line, because a backup may be longer than the longest string, and a hostile one may be a single line. */
export async function* readBackupLines(body: Blob, work: LongWork): AsyncGenerator<BackupLine> {
  let parts: Uint8Array[] = [];
  let start = 0;
  let position = 0;
  const takeLine = (end: number): BackupLine => {
    const line = { start, end, ...(end - start <= LONGEST_RECORD_LINE && { bytes: joinBytes(parts) }) };
    parts = [];
    start = end + 1;
    return line;
  };
  for await (const bytes of readPieces(body)) {
    passStep(work, (position + bytes.length) / body.size);
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, from)) {
      parts.push(bytes.subarray(from, at));
      yield takeLine(position + at);
      from = at + 1;
    }
    position += bytes.length;
    parts = position - start > LONGEST_RECORD_LINE ? [] : [...parts, bytes.subarray(from)];
  }
  if (position > start) yield takeLine(position);
}

/** Reads a MiB at a time, because a stream of the browser's reads far ahead of its consumer. */
export async function* readPieces(body: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < body.size; start += MEBIBYTE)
    yield new Uint8Array(await orUnreadable(body.slice(start, start + MEBIBYTE).arrayBuffer()));
}

/** The browser refuses a file that was moved or changed after the user chose it, with a DOMException. */
export async function orUnreadable<Bytes>(reading: Promise<Bytes>): Promise<Bytes> {
  try {
    return await reading;
  } catch (error) {
    throw new UnreadableBackupError('the browser does not read the file', { cause: error });
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array()] = parts;
  if (parts.length < 2) return only;
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
