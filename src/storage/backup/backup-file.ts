import * as v from 'valibot';
import { instantSchema } from '../../news/time-bounds';
import { MEBIBYTE, orUnreadable, readBackupLines, readPieces, type BackupLine } from './backup-lines';
import { passStep, type LongWork } from '../database/long-work';
import { LaterBackupError, NotABackupError } from '../database/storage-errors';

/**
 * The form of a backup: JSON lines in UTF-8. The first says what it is, the last is a checksum of all bytes before it, and
 * each between holds one record. The checksum is the SHA-256 of the SHA-256s of each MiB, since no browser digests a
 * stream: `head -n -1 FILE | split -b 1M --filter='sha256sum | xxd -r -p' | sha256sum`.
 */
const FORMAT = 'clipsheet-backup';
const LONGEST_HEADER = 10_000;
const LONGEST_ID = 100;
/** Where a record must begin in a file whose first line cannot be read, in bytes. */
const BEGINNING = 2 ** 16;
const END = /\{"sha256":"([0-9a-f]{64})"\}\n?$/u;
const BEGUN_END = '{"sha256":"';

const headerSchema = v.object({
  format: v.literal(FORMAT),
  /** The version of the database that the records come from. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** An instant in UTC. */
  createdAt: instantSchema,
  /** Stores that are not in the file, although the database had them. */
  leftOut: v.exactOptional(v.array(v.picklist(['snapshots', 'pictures']))),
  /** Names the database that the records come from. */
  origin: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ID))),
});
const writtenHeaderSchema = v.pipe(v.string(), v.parseJson(), headerSchema);
export type BackupHeader = Omit<v.InferOutput<typeof headerSchema>, 'format'>;

/** A file that begins as a backup does, or holds what looks like its records. */
export interface BackupFile {
  /** Absent: the first line is damaged. */
  header?: BackupHeader;
  /** The end is missing. */
  isCutOff: boolean;
  /** It is not as it was written. */
  isChanged: boolean;
  /** The lines between the first and the last, as often as is wanted. */
  readLines: (work: LongWork) => AsyncIterable<BackupLine>;
  /** Some bytes of it, as a file. */
  slice: (start: number, end: number) => Blob;
}

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

/** Looks at the file as a whole. Versions up to `latest` are read. Fails with NotABackupError, LaterBackupError or UnreadableBackupError. */
export async function openBackupFile(file: Blob, latest: number, work: LongWork = {}): Promise<BackupFile> {
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

/** When a backup was made, in milliseconds since 1970. `undefined`: its first line or its last is not as it was written. */
export async function readMadeAt(file: Blob): Promise<number | undefined> {
  if (!END.test(await readText(file.slice(-100)))) return undefined;
  const [line = ''] = (await readText(file.slice(0, LONGEST_HEADER))).split('\n', 1);
  const header = v.safeParse(writtenHeaderSchema, line);
  return header.success ? Date.parse(header.output.createdAt) : undefined;
}

/** `undefined`: it is damaged, and there are records behind it. */
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

/** What is left of the last line of a file that was cut off in it. */
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
