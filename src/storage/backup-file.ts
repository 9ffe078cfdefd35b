import * as v from 'valibot';
import { passStep, type LongWork } from './long-work';
import {
  BackupCutOffError,
  DamagedBackupError,
  LaterBackupError,
  NotABackupError,
  UnreadableBackupError,
} from './storage-errors';

/**
 * The form of a backup: JSON lines in UTF-8. The first says what it is, the last is a checksum of all bytes before it, and
 * each between holds one record. The checksum is the SHA-256 of the SHA-256s of each MiB, since no browser digests a
 * stream: `head -n -1 FILE | split -b 1M --filter='sha256sum | xxd -r -p' | sha256sum`.
 */
const FORMAT = 'clipsheet-backup';
const LONGEST_HEADER = 10_000;
const MEBIBYTE = 2 ** 20;

const headerSchema = v.object({
  format: v.literal(FORMAT),
  /** The version of the database that the records come from. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** An instant in UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Stores that are not in the file, although the database had them. */
  leftOut: v.exactOptional(v.array(v.picklist(['snapshots', 'pictures']))),
  /** Names the database that the records come from, and says which backups of others it has taken in until when. */
  origin: v.exactOptional(v.string()),
  met: v.exactOptional(v.record(v.string(), v.string())),
});
export type BackupHeader = Omit<v.InferOutput<typeof headerSchema>, 'format'>;

/** Writes records as they come: a piece at a time is in memory, the rest is the browser's to keep. */
export async function writeBackupFile(
  header: BackupHeader,
  records: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<Blob> {
  const pieces: Blob[] = [];
  let lines = [writeLine({ format: FORMAT, ...header })];
  let length = 0;
  for await (const record of records) {
    const line = writeLine(record);
    lines.push(line);
    length += line.length;
    if (length < MEBIBYTE) continue;
    pieces.push(new Blob(lines));
    [lines, length] = [[], 0];
  }
  const body = new Blob([...pieces, ...lines]);
  return new Blob([body, writeLine({ sha256: await digest(body, {}) })], { type: 'application/jsonl' });
}

function writeLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * Checks the file and gives what reads its records, still unknown, as often as is wanted. Fails with a BackupError; versions
 * up to `latest` are read.
 */
export async function readBackupFile(
  file: Blob,
  latest: number,
  work: LongWork = {},
): Promise<{ header: BackupHeader; readRecords: (work: LongWork) => AsyncIterable<unknown> }> {
  const header = await readHeader(file);
  if (header.version > latest) throw new LaterBackupError(`version ${header.version}, known are ${latest}`);
  const end = /\{"sha256":"([0-9a-f]{64})"\}\n?$/u.exec(await readText(file.slice(-100)));
  if (end === null) throw new BackupCutOffError('the end is missing');
  const body = file.slice(0, file.size - end[0].length);
  if ((await digest(body, work)) !== end[1]) throw new DamagedBackupError('the checksum differs');
  return { header, readRecords: (reading) => readRecords(body, reading) };
}

async function readHeader(file: Blob): Promise<BackupHeader> {
  const [line = ''] = (await readText(file.slice(0, LONGEST_HEADER))).split('\n', 1);
  const header = v.safeParse(v.pipe(v.string(), v.parseJson(), headerSchema), line);
  if (!header.success) throw new NotABackupError(v.summarize(header.issues));
  return header.output;
}

/** Line by line: a backup may be longer than the longest string. */
async function* readRecords(body: Blob, work: LongWork): AsyncGenerator {
  const decoder = new TextDecoder();
  let isHeader = true;
  let begun: string[] = [];
  let position = 0;
  for await (const bytes of readStream(body)) {
    position += bytes.length;
    passStep(work, position / body.size);
    const [end = '', ...lines] = decoder.decode(bytes, { stream: true }).split('\n');
    begun.push(end);
    for (const line of lines) {
      if (!isHeader) yield parseRecord(begun.join(''));
      isHeader = false;
      begun = [line];
    }
  }
}

function parseRecord(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new DamagedBackupError('a line is no JSON', { cause: error });
  }
}

async function digest(body: Blob, work: LongWork): Promise<string> {
  const digests: ArrayBuffer[] = [];
  for (let start = 0; start < body.size; start += MEBIBYTE) {
    passStep(work, start / body.size);
    digests.push(await sha256(body.slice(start, start + MEBIBYTE)));
  }
  return new Uint8Array(await sha256(new Blob(digests))).toHex();
}

async function sha256(bytes: Blob): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', await readBytes(bytes));
}

/** A piece at a time: a stream of the browser's runs far ahead of whoever works on it. */
async function* readStream(body: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < body.size; start += MEBIBYTE)
    yield new Uint8Array(await readBytes(body.slice(start, start + MEBIBYTE)));
}

const readText = (file: Blob) => orUnreadable(file.text());
const readBytes = (file: Blob) => orUnreadable(file.arrayBuffer());

/** A file that was moved or changed since it was chosen is refused by the browser with a DOMException. */
async function orUnreadable<Bytes>(reading: Promise<Bytes>): Promise<Bytes> {
  try {
    return await reading;
  } catch (error) {
    throw new UnreadableBackupError('the browser does not read the file', { cause: error });
  }
}
