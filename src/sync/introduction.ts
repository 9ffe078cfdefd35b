import * as v from 'valibot';
import { decodeJson, encodeJson } from './json-bytes';

const key = v.pipe(v.string(), v.regex(/^[\w-]{40,100}$/u));
const introductionSchema = v.object({
  /** A new one each time that the machine has exchanged everything. */
  nonce: v.pipe(v.string(), v.maxLength(40)),
  /** Ed25519, the current key first. */
  signing: v.pipe(v.array(key), v.minLength(1), v.maxLength(20)),
  /** ECDH P-256. */
  receiving: key,
  /** The latest version of a sealed value that this machine may write. */
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)), 1),
});

/** What a machine says of itself to the others: its public keys in base64url, and how far it has come. */
export type Introduction = v.InferOutput<typeof introductionSchema>;

export function printIntroduction(introduction: Introduction): Uint8Array<ArrayBuffer> {
  return encodeJson(introduction);
}

/** Returns `undefined` if the body is not an introduction. */
export function readIntroduction(body: Uint8Array<ArrayBuffer>): Introduction | undefined {
  const parsed = v.safeParse(introductionSchema, decodeJson(body));
  return parsed.success ? parsed.output : undefined;
}
