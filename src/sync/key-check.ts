import * as v from 'valibot';
import { decodeJson, encodeJson } from './json-bytes';
import { subjectOf } from './subjects';

/**
 * The subject of the key check, a value that the first machine seals with the key that it has made. It prevents a second machine
 * from making another key, and lets a machine that joins try its key.
 */
export const KEY_CHECK = subjectOf('keys', 'check');

/** The subject of the same value, sealed with a former key: who has only that one learns from it that there are later keys. */
export function keysAfter(keyId: string): string {
  return subjectOf('keys', `after ${keyId}`);
}

const checkSchema = v.object({
  generation: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  keys: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/u))), v.maxLength(100)), []),
});

export interface KeyCheck {
  /** How often the key has been replaced. */
  generation: number;
  /** The ids of the keys of the workspace. A value of another key was made by nobody who belongs to it. */
  keys: readonly string[];
}

export function printKeyCheck({ generation, keys }: KeyCheck): Uint8Array<ArrayBuffer> {
  return encodeJson({ generation, keys });
}

export function readKeyCheck(body: Uint8Array<ArrayBuffer>): KeyCheck {
  const parsed = v.safeParse(checkSchema, decodeJson(body));
  return parsed.success ? parsed.output : { generation: 0, keys: [] };
}
