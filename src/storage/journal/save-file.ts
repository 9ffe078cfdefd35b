import * as v from 'valibot';
import { keyOf, type StoredRecord } from '../backup/backup-content';
import { encodeRecord } from '../backup/backup-record';
import type { CopiedWrite } from './copied-write';

/** A write in the form of a file: a record in the form of a backup, or the key of a deleted record. */
export type FiledWrite = { store: string; record: unknown } | { store: string; key: string };

/** Equal for all writes of one record. */
export function placeOf(write: FiledWrite): string {
  return `${write.store} ${'key' in write ? write.key : keyOf(write.record as StoredRecord)}`;
}

const writesSchema = v.array(
  v.union([
    v.object({ store: v.string(), record: v.unknown() }),
    v.object({ store: v.string(), key: v.string() }),
  ]),
);

/**
 * The text of a save's file: a checksum, a line feed, and the writes as JSON. The checksum is the SHA-256 of the file's name
 * and the rest, so that neither a torn file nor one with the content of another is accepted.
 */
export async function printSave(name: string, writes: readonly CopiedWrite[]): Promise<string> {
  const filed = await Promise.all(writes.map(fileWrite));
  const body = JSON.stringify(filed);
  return `${await digest(name, body)}\n${body}`;
}

/** Returns `undefined` if the file is damaged. */
export async function readSave(name: string, text: string): Promise<FiledWrite[] | undefined> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end === -1 || text.slice(0, end) !== (await digest(name, body))) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), writesSchema), body);
  return parsed.success ? parsed.output : undefined;
}

async function fileWrite(write: CopiedWrite): Promise<FiledWrite> {
  if ('key' in write) return write;
  return { store: write.store, record: await encodeRecord(write.record as StoredRecord) }; // in the form of its store
}

async function digest(name: string, body: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${name}\n${body}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}
