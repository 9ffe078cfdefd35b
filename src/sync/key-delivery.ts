import * as v from 'valibot';
import type { StoredKey } from '../storage/outbox/workspace';
import { hubNameSchema } from './codes';
import { decodeJson, encodeJson } from './json-bytes';
import { exportKey, fromBase64, idOfKey, toBase64 } from './workspace-key';

/** What a machine tells another one when the key of the workspace is replaced. */
export interface KeyDelivery {
  keys: readonly StoredKey[];
  /** The names of the machines that do not get the key. */
  removed: readonly string[];
}

/** How many keys are kept. Values of earlier keys have been encrypted again since. */
const MOST_KEYS = 20;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const NONCE_BYTES = 12;

const base64 = v.pipe(v.string(), v.regex(/^[\w-]{1,100000}$/u));
const wrappedSchema = v.object({ ephemeral: base64, nonce: base64, content: base64 });
const contentSchema = v.object({
  keys: v.pipe(
    v.array(
      v.object({
        material: v.pipe(v.string(), v.regex(/^[\w-]{43}$/u)),
        generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      }),
    ),
    v.maxLength(MOST_KEYS),
  ),
  removed: v.pipe(v.array(hubNameSchema), v.maxLength(1000)),
});

/**
 * Encrypts keys to the public key of a machine, by a key pair that is used once: ECDH P-256, HKDF-SHA-256, AES-GCM-256. Whoever has only
 * the former key of the workspace cannot read them.
 */
export async function wrapKeys(
  { keys, removed }: KeyDelivery,
  receiving: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const receiver = await crypto.subtle.importKey('raw', fromBase64(receiving), CURVE, true, []);
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = await exportKey(pair.publicKey);
  const aes = await deriveKey(pair.privateKey, receiver, `${ephemeral} ${receiving}`);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const content = {
    keys: keys.map(({ material, generation = 0 }) => ({ material: toBase64(material), generation })),
    removed,
  };
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, encodeJson(content));
  return encodeJson({ ephemeral, nonce: toBase64(iv), content: toBase64(new Uint8Array(encrypted)) });
}

/** Decrypts what `wrapKeys` returned; `undefined` if it is for another machine or damaged. */
export async function unwrapKeys(
  wrapped: Uint8Array<ArrayBuffer>,
  { publicKey, privateKey }: CryptoKeyPair,
): Promise<KeyDelivery | undefined> {
  try {
    const { ephemeral, nonce, content } = v.parse(wrappedSchema, decodeJson(wrapped));
    const sender = await crypto.subtle.importKey('raw', fromBase64(ephemeral), CURVE, true, []);
    const aes = await deriveKey(privateKey, sender, `${ephemeral} ${await exportKey(publicKey)}`);
    const parameters = { name: 'AES-GCM', iv: fromBase64(nonce) };
    const opened = await crypto.subtle.decrypt(parameters, aes, fromBase64(content));
    const { keys, removed } = v.parse(contentSchema, decodeJson(new Uint8Array(opened)));
    return { keys: await Promise.all(keys.map(storedKey)), removed };
  } catch (error) {
    if (error instanceof v.ValiError || error instanceof DOMException || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}

/** Merges the keys of two machines. The latest is first, and all machines agree which one that is. */
export function mergeKeys(ours: readonly StoredKey[], theirs: readonly StoredKey[]): StoredKey[] {
  const all = new Map([...theirs, ...ours].map((key) => [key.id, key]));
  return [...all.values()]
    .sort((one, other) => generationOf(other) - generationOf(one) || (one.id < other.id ? 1 : -1))
    .slice(0, MOST_KEYS);
}

export function generationOf({ generation = 0 }: StoredKey): number {
  return generation;
}

async function storedKey({ material, generation }: { material: string; generation: number }) {
  const bytes = fromBase64(material);
  return { id: await idOfKey(bytes), material: bytes, generation };
}

async function deriveKey(own: CryptoKey, other: CryptoKey, salt: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const derived = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new TextEncoder().encode(salt),
    info: new TextEncoder().encode('clipsheet key delivery'),
  };
  return crypto.subtle.deriveKey(derived, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
