import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { manuscriptSchema, type Manuscript } from '../../src/news/manuscript';

/** Why a file is not an issue, in a sentence for its author. */
export class ManuscriptError extends Error {
  override name = 'ManuscriptError';
}

interface ReadManuscript {
  manuscript: Manuscript;
  /** The paths of fields in the file that an issue does not have: `sections.0.clips.2.headlin`. */
  unknown: string[];
}

/** Standard input, as in other tools. */
const STANDARD_INPUT = '-';

/**
 * Reads an issue in the format of docs/issue.schema.json from a file, or `-` for standard input. Throws `ManuscriptError` with
 * the place of an error.
 */
export async function readManuscript(path: string): Promise<ReadManuscript> {
  const file = path === STANDARD_INPUT ? 'Standard input' : path;
  const value = parseJson(decode(await readBytes(path), file), file);
  if (Array.isArray(value)) throw new ManuscriptError(`${file} is a list, not an issue.`);
  const result = v.safeParse(manuscriptSchema, value);
  if (!result.success) {
    const wrong = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
    throw new ManuscriptError(
      `${file} is not an issue as docs/issue.schema.json has it.\n  ${wrong.join('\n  ')}`,
    );
  }
  const unknown = findUnknown(value, result.output).map((place) => place.join('.'));
  if (!hasAnyField(value))
    throw new ManuscriptError(`${file} holds no issue: it has no title, no sections, nothing to print.`);
  return { manuscript: result.output, unknown };
}

function hasAnyField(value: unknown): boolean {
  const given = new Set(Object.keys(value ?? {}));
  return Object.keys(manuscriptSchema.entries).some((field) => given.has(field));
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return path === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(path);
  } catch (error) {
    throw new ManuscriptError(`${path} cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

const REASONS = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it is not yours to read'],
]);

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS.get(code) ?? messageOf(error);
}

/** In another encoding, letters would become question marks. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // the decoder throws this for invalid bytes
    throw new ManuscriptError(`${file} is not written in UTF-8: save it so.`, { cause: error });
  }
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ManuscriptError(`${file} is not JSON: ${messageOf(error)}.`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Finds fields that the parser does not know and drops, because a misspelt field would be lost without a message. */
function findUnknown(given: unknown, known: unknown, path: readonly string[] = []): string[][] {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) return [];
  const parts = new Map(Object.entries(known));
  return Object.entries(given).flatMap(([key, value]) => {
    if (path.length === 0 && key === '$schema') return [];
    return parts.has(key) ? findUnknown(value, parts.get(key), [...path, key]) : [[...path, key]];
  });
}
