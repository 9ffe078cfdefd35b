import * as v from 'valibot';
import { decodeJson, encodeJson } from './json-bytes';
import { subjectOf } from './subjects';

/**
 * The subject of the key check, a value that the first machine seals with the key that it has made. It prevents a second machine
 * from making another key, and lets a machine that joins try its key.
 */
export const KEY_CHECK = subjectOf('keys', 'check');

const checkSchema = v.object({
  generation: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
});

/** `generation`: how often the key has been replaced. */
export function printKeyCheck(generation: number): Uint8Array<ArrayBuffer> {
  return encodeJson({ generation });
}

/** Returns the generation of the key. */
export function readKeyCheck(body: Uint8Array<ArrayBuffer>): number {
  const parsed = v.safeParse(checkSchema, decodeJson(body));
  return parsed.success ? parsed.output.generation : 0;
}
