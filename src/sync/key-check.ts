import * as v from 'valibot';
import { subjectOf } from './subjects';

/** The first machine writes it, by the key that it has made: so nobody makes a second one, and a key can be tried. */
export const KEY_CHECK = subjectOf('keys', 'check');

const checkSchema = v.object({
  generation: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
});

/** `generation`: how often the key has been replaced. */
export function printKeyCheck(generation: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ generation }));
}

/** Returns the generation of the key. */
export function readKeyCheck(body: Uint8Array<ArrayBuffer>): number {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), checkSchema), new TextDecoder().decode(body));
  return parsed.success ? parsed.output.generation : 0;
}
