import * as v from 'valibot';
import { STORES, type BackupRecord, type StoredRecord } from './backup-content';
import { readStored } from '../database/written-record';
import { isWholeEdition } from '../edition-digest';

const lineSchema = v.object({ store: v.picklist(STORES), record: v.unknown() });

const bytes = v.pipe(
  v.string(),
  v.transform(decodeBase64),
  v.custom<Uint8Array<ArrayBuffer>>((decoded) => decoded instanceof Uint8Array),
);
/** Binary values of the database are base64 in a file. */
const snapshotSchema = v.looseObject({ markdown: bytes });
const pictureSchema = v.pipe(
  v.object({ id: v.string(), type: v.string(), data: bytes }),
  v.transform(({ id, type, data }) => ({ id, data: new Blob([data], { type }) })),
);

/**
 * The record in a line. A file may come from anybody, so nothing enters the database unparsed. `undefined` if the record cannot
 * be stored, even after repairs, or is an edition that differs from what was published.
 */
export async function readRecord(line: unknown): Promise<BackupRecord | undefined> {
  try {
    const read = parseRecord(line);
    return read?.store === 'editions' && !(await isWholeEdition(read.record)) ? undefined : read;
  } catch (error) {
    // A value nested more deeply than the engine's stack allows, or larger than its texts (Firefox: InternalError). We write none.
    if (error instanceof Error && ['RangeError', 'InternalError'].includes(error.name)) return undefined;
    throw error;
  }
}

function parseRecord(line: unknown): BackupRecord | undefined {
  const parsed = v.safeParse(lineSchema, line);
  if (!parsed.success) return undefined;
  const { store, record } = parsed.output;
  const stored = readStored(store, decode(store, record));
  return stored && ({ store, record: stored } as BackupRecord); // it was parsed by the schema of that store
}

/** A record in the form in which a file contains it. */
export async function encodeRecord(record: StoredRecord): Promise<unknown> {
  if ('markdown' in record) return { ...record, markdown: record.markdown.toBase64() };
  if (!('data' in record)) return record;
  const data = new Uint8Array(await record.data.arrayBuffer()).toBase64();
  return { id: record.id, type: record.data.type, data };
}

function decode(store: BackupRecord['store'], record: unknown): unknown {
  if (store === 'snapshots') return outputOf(snapshotSchema, record);
  return store === 'pictures' ? outputOf(pictureSchema, record) : record;
}

function outputOf(schema: v.GenericSchema, record: unknown): unknown {
  const parsed = v.safeParse(schema, record);
  return parsed.success ? parsed.output : undefined;
}

/** `undefined` if the text is not base64. */
function decodeBase64(text: string): unknown {
  try {
    return Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
