import * as v from 'valibot';
import { DamagedBackupError, LaterBackupError, NotABackupError } from './storage-errors';

/**
 * The form of a backup: JSON lines in UTF-8. The first says what it is, the last is the SHA-256 of all bytes before it
 * (`head -n -1 FILE | sha256sum`), and each between holds one record.
 */
const FORMAT = 'clipsheet-backup';
const LONGEST_HEADER = 1_000;

const headerSchema = v.object({
  format: v.literal(FORMAT),
  /** The version of the database that the records come from. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** An instant in UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type BackupHeader = Omit<v.InferOutput<typeof headerSchema>, 'format'>;

export async function writeBackupFile(header: BackupHeader, records: Iterable<unknown>): Promise<Blob> {
  const lines = [`${JSON.stringify({ format: FORMAT, ...header })}\n`];
  for (const record of records) lines.push(`${JSON.stringify(record)}\n`);
  const body = new Blob(lines);
  const end = JSON.stringify({ sha256: await digest(body) });
  return new Blob([body, end, '\n'], { type: 'application/jsonl' });
}

/** Checks the file and gives its records, still unknown. Fails with a BackupError; versions up to `latest` are read. */
export async function readBackupFile(
  file: Blob,
  latest: number,
): Promise<{ header: BackupHeader; records: AsyncIterable<unknown> }> {
  const header = await readHeader(file);
  if (header.version > latest) throw new LaterBackupError(`version ${header.version}, known are ${latest}`);
  const end = /\{"sha256":"([0-9a-f]{64})"\}\n?$/u.exec(await file.slice(-100).text());
  if (end === null) throw new DamagedBackupError('the end is missing');
  const body = file.slice(0, file.size - end[0].length);
  if ((await digest(body)) !== end[1]) throw new DamagedBackupError('the checksum differs');
  return { header, records: readRecords(body) };
}

async function readHeader(file: Blob): Promise<BackupHeader> {
  const [line = ''] = (await file.slice(0, LONGEST_HEADER).text()).split('\n', 1);
  const header = v.safeParse(v.pipe(v.string(), v.parseJson(), headerSchema), line);
  if (!header.success) throw new NotABackupError(v.summarize(header.issues));
  return header.output;
}

/** Line by line: a backup may be longer than the longest string. */
async function* readRecords(body: Blob): AsyncGenerator {
  let isHeader = true;
  let rest = '';
  for await (const text of body.stream().pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!isHeader) yield parseRecord(line);
      isHeader = false;
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

async function digest(bytes: Blob): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())).toHex();
}
