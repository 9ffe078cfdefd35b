import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { manuscriptSchema, type Manuscript } from '../../src/news/manuscript';

/** Why a file is no issue, in a sentence for the person who wrote it. */
export class ManuscriptError extends Error {
  override name = 'ManuscriptError';
}

interface ReadManuscript {
  manuscript: Manuscript;
  /** Where the file holds what an issue does not know and does not print: `sections.0.clips.2.headlin`. */
  unknown: string[];
}

/** Reads an issue in the format of docs/issue.schema.json. Throws `ManuscriptError` with the place of what is wrong. */
export async function readManuscript(file: string): Promise<ReadManuscript> {
  const value = parseJson(await readText(file), file);
  if (Array.isArray(value)) throw new ManuscriptError(`${file} is a list, not an issue.`);
  const result = v.safeParse(manuscriptSchema, value);
  if (result.success)
    return {
      manuscript: result.output,
      unknown: findUnknown(value, result.output).map((path) => path.join('.')),
    };
  const wrong = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
  throw new ManuscriptError(
    `${file} is not an issue as docs/issue.schema.json has it.\n  ${wrong.join('\n  ')}`,
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ManuscriptError(`${file} cannot be read: ${messageOf(error)}.`, { cause: error });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new ManuscriptError(`${file} is not JSON: ${messageOf(error)}.`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The parser leaves out what it does not know: here it is found, as a misspelt field would be lost in silence. */
function findUnknown(given: unknown, known: unknown, path: readonly string[] = []): string[][] {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) return [];
  const parts = new Map(Object.entries(known));
  return Object.entries(given).flatMap(([key, value]) => {
    if (path.length === 0 && key === '$schema') return [];
    return parts.has(key) ? findUnknown(value, parts.get(key), [...path, key]) : [[...path, key]];
  });
}
