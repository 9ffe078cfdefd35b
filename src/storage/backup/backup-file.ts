import * as v from 'valibot';
import { instantSchema } from '../../news/time-bounds';
import { MEBIBYTE, orUnreadable, readBackupLines, readPieces, type BackupLine } from './backup-lines';
import { passStep, type LongWork } from '../database/long-work';
import { LaterBackupError, NotABackupError } from '../database/storage-errors';

/**
 * The format of a backup: JSON lines in UTF-8. The first line describes the file, the last one is a checksum of all bytes
 * before it, and each line between contains one record. The checksum is the SHA-256 of the SHA-256s of each MiB, because
 * browsers cannot digest a stream: `head -n -1 FILE | split -b 1M --filter='sha256sum | xxd -r -p' | sha256sum`.
 */
const FORMAT = 'clipsheet-backup';
const LONGEST_HEADER = 10_000;
const LONGEST_ID = 100;
const LONGEST_NAME = 200;
/** In a file whose first line cannot be read, a record must begin before this position, in bytes. */
const BEGINNING = 2 ** 16;
const END = /\{"sha256":"([0-9a-f]{64})"\}\n?$/u;
const CARRIAGE_RETURN = 13;
const BEGUN_END = '{"sha256":"';

const headerSchema = v.object({
  format: v.literal(FORMAT),
  /** The version of the database that the records come from. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** An instant in UTC. */
  createdAt: instantSchema,
  /** Stores that were left out although the database has them. */
  leftOut: v.exactOptional(v.array(v.picklist(['snapshots', 'pictures']))),
  /** Identifies the database that the records come from. */
  origin: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ID))),
  /** The name of the file, if it belongs to the second copy. */
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_NAME))),
});
const writtenHeaderSchema = v.pipe(v.string(), v.parseJson(), headerSchema);
export type BackupHeader = Omit<v.InferOutput<typeof headerSchema>, 'format'>;

/** A file that begins like a backup, or contains lines that look like records. */
export interface BackupFile {
  /** Absent: the first line is damaged. */
  header?: BackupHeader;
  /** The end is missing. */
  isCutOff: boolean;
  /** The file was changed after it was written. */
  isChanged: boolean;
  /** Reads the lines between the first and the last. Can be called any number of times. */
  readLines: (work: LongWork) => AsyncIterable<BackupLine>;
  /** A range of its bytes, as a file. */
  slice: (start: number, end: number) => Blob;
}

/** Writes records as they arrive. Only a part is in memory at a time; the browser stores the rest. */
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
 * Checks the file as a whole. Accepts versions up to `latest`. Throws NotABackupError, LaterBackupError or
 * UnreadableBackupError.
 */
export async function openBackupFile(chosen: Blob, latest: number, work: LongWork = {}): Promise<BackupFile> {
  const file = await asWritten(chosen);
  const header = await readHeader(file);
  if (header !== undefined && header.version > latest)
    throw new LaterBackupError(`version ${header.version}, known are ${latest}`);
  const end = END.exec(await readText(file.slice(-100)));
  const body = end === null ? file : file.slice(0, file.size - end[0].length);
  const isChanged = header === undefined || (end !== null && (await digest(body, work)) !== end[1]);
  return {
    ...(header && { header }),
    isCutOff: end === null,
    isChanged,
    readLines: (reading) => readRecordLines(body, reading),
    slice: (from, to) => body.slice(from, to),
  };
}

/**
 * The bytes as Clipsheet wrote them. Programs that send or keep a file as text may end its lines with CR LF, or write it as UTF-16
 * with a byte order mark. No line contains a carriage return of its own.
 */
async function asWritten(file: Blob): Promise<Blob> {
  const [first, second] = new Uint8Array(await orUnreadable(file.slice(0, 2).arrayBuffer()));
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isWide && (await readText(file.slice(-2))) !== '\r\n') return file;
  const decoder = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be');
  const pieces: Blob[] = [];
  for await (const bytes of readPieces(file))
    pieces.push(
      new Blob([
        isWide
          ? decoder.decode(bytes, { stream: true }).replaceAll('\r', '')
          : bytes.filter((byte) => byte !== CARRIAGE_RETURN),
      ]),
    );
  return new Blob(pieces);
}

/** The first line of a backup; `undefined` if that or its last line was changed. */
export async function readHeaderOnly(file: Blob): Promise<BackupHeader | undefined> {
  if (!END.test(await readText(file.slice(-100)))) return undefined;
  const [line = ''] = (await readText(file.slice(0, LONGEST_HEADER))).split('\n', 1);
  const header = v.safeParse(writtenHeaderSchema, line);
  return header.success ? header.output : undefined;
}

/** Returns `undefined` if the line is damaged and records follow it. */
async function readHeader(file: Blob): Promise<BackupHeader | undefined> {
  const [line = ''] = (await readText(file.slice(0, LONGEST_HEADER))).split('\n', 1);
  const header = v.safeParse(writtenHeaderSchema, line);
  if (header.success) return header.output;
  if ((await readText(file.slice(0, BEGINNING))).includes('\n{"store":"')) return undefined;
  throw new NotABackupError(v.summarize(header.issues));
}

async function* readRecordLines(body: Blob, work: LongWork): AsyncGenerator<BackupLine> {
  let isHeader = true;
  for await (const line of readBackupLines(body, work)) {
    const isEnd = line.end === body.size && line.end - line.start < 100 && isBegunEnd(line);
    if (!isHeader && line.end > line.start && !isEnd) yield line;
    isHeader = false;
  }
}

/** Whether the line is the beginning of the last line, in which the file was cut off. */
function isBegunEnd({ bytes = new Uint8Array() }: BackupLine): boolean {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith(BEGUN_END) || BEGUN_END.startsWith(text);
}

async function digest(body: Blob, work: LongWork): Promise<string> {
  const digests: ArrayBuffer[] = [];
  for await (const bytes of readPieces(body)) {
    passStep(work, (digests.length * MEBIBYTE) / body.size);
    digests.push(await crypto.subtle.digest('SHA-256', bytes));
  }
  const all = await new Blob(digests).arrayBuffer();
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all)).toHex();
}

const readText = (file: Blob) => orUnreadable(file.text());
