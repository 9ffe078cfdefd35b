import { recordToSign, type SigningKey, type WorkspaceKey } from './workspace-key';

/**
 * What a hub stores of a record: encrypted, padded, and signed by the machine that wrote it, so that a hub can neither read nor
 * forge nor mix up records.
 *
 *     version (1 byte) · key id (8) · nonce (12) · AES-GCM-256 of: length (4) · content · padding
 *     content: signature (64) · length of the machine's name (1) · name · body
 *
 * Workspace, subject and key id are additional data of the encryption and part of what is signed: a value that is moved to
 * another subject or workspace does not open. The nonce is random, because a counter would repeat in a copied profile.
 */
const VERSION = 1;
/**
 * The latest version of a value that this build reads. A later build must first announce the version that it is going to write, in
 * its introduction of version 1: values of a version that no machine has announced are replaced.
 */
export const READABLE_VERSION = VERSION;
const ID_BYTES = 8;
const NONCE_BYTES = 12;
const HEADER_BYTES = 1 + ID_BYTES + NONCE_BYTES;
const TAG_BYTES = 16;
const SIGNATURE_BYTES = 64;
const LENGTH_BYTES = 4;
/** Nothing that is shorter can be told from another value by its size. */
const LEAST_PADDED = 256;
/** The most bytes of a value that is opened: the longest record, in base64, and what is around it. */
export const LONGEST_VALUE = 48 * 2 ** 20;

export type SealProblem =
  /** Longer than any value that we write. */
  | 'too-large'
  /** Not one of our values. */
  | 'no-value'
  /** Written by a later version of Clipsheet. */
  | 'newer'
  /** Encrypted with a key that this machine does not have. */
  | 'unknown-key'
  /** Changed, moved from another subject, or encrypted by somebody without the key. */
  | 'not-authentic'
  /** Signed by a machine that nobody knows. */
  | 'unknown-machine'
  /** Signed by a machine that was removed from the workspace. */
  | 'removed-machine'
  /** Not signed by the machine that it names. */
  | 'not-signed';

/** A value from a hub that must not be used. */
export class SealedValueError extends Error {
  override readonly name = 'SealedValueError';
  constructor(
    readonly problem: SealProblem,
    readonly subject: string,
    /** What the value says of itself, to whoever can or cannot open it. */
    readonly header: { keyId?: string; version?: number } = {},
  ) {
    super(`The value of ${subject} is refused: ${problem}`);
  }
}

/** Where a value belongs. */
export interface Place {
  workspace: string;
  subject: string;
}

export interface Opened {
  body: Uint8Array<ArrayBuffer>;
  /** The name of the machine that signed it. */
  machine: string;
  keyId: string;
}

export async function sealValue(
  body: Uint8Array<ArrayBuffer>,
  place: Place,
  key: WorkspaceKey,
  machine: SigningKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const additionalData = encode(place, key.id);
  const name = new TextEncoder().encode(machine.name);
  const signature = await machine.sign(recordToSign(additionalData, name, body));
  const length = SIGNATURE_BYTES + 1 + name.length + body.length;
  const padded = new Uint8Array(paddedLength(LENGTH_BYTES + length));
  new DataView(padded.buffer).setUint32(0, length);
  padded.set(signature, LENGTH_BYTES);
  padded[LENGTH_BYTES + SIGNATURE_BYTES] = name.length;
  padded.set(name, LENGTH_BYTES + SIGNATURE_BYTES + 1);
  padded.set(body, LENGTH_BYTES + SIGNATURE_BYTES + 1 + name.length);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key.aes, padded);
  const sealed = new Uint8Array(HEADER_BYTES + encrypted.byteLength);
  sealed[0] = VERSION;
  sealed.set(Uint8Array.fromBase64(key.id, { alphabet: 'base64url' }), 1);
  sealed.set(iv, 1 + ID_BYTES);
  sealed.set(new Uint8Array(encrypted), HEADER_BYTES);
  return sealed;
}

/** Finds what is needed to open a value. */
export interface Keys {
  findKey: (id: string) => WorkspaceKey | undefined;
  /** The public keys with which this machine signs or has signed. None: nobody knows it. */
  findMachine: (name: string) => Promise<readonly CryptoKey[]>;
  isRemoved: (name: string) => boolean;
}

/** Throws SealedValueError. */
export async function openValue(sealed: Uint8Array<ArrayBuffer>, place: Place, keys: Keys): Promise<Opened> {
  const { content, keyId } = await decryptValue(sealed, place, keys);
  const { body, machine } = content;
  if (keys.isRemoved(machine)) throw new SealedValueError('removed-machine', place.subject);
  await checkSignature(content, place, keyId, await keys.findMachine(machine));
  return { body, machine, keyId };
}

/** Opens a value that contains the public key of the machine that signed it; `readKey` finds the key in it. */
export async function openIntroduction(
  sealed: Uint8Array<ArrayBuffer>,
  place: Place,
  keys: Pick<Keys, 'findKey'>,
  readKeys: (body: Uint8Array<ArrayBuffer>, keyId: string) => Promise<readonly CryptoKey[]>,
): Promise<Opened> {
  const { content, keyId } = await decryptValue(sealed, place, keys);
  const { body, machine } = content;
  await checkSignature(content, place, keyId, await readKeys(body, keyId));
  return { body, machine, keyId };
}

interface Content {
  signature: Uint8Array<ArrayBuffer>;
  machine: string;
  body: Uint8Array<ArrayBuffer>;
}

async function decryptValue(
  sealed: Uint8Array<ArrayBuffer>,
  place: Place,
  { findKey }: Pick<Keys, 'findKey'>,
): Promise<{ content: Content; keyId: string }> {
  const [version = 0] = sealed;
  const keyId = sealed.slice(1, 1 + ID_BYTES).toBase64({ alphabet: 'base64url', omitPadding: true });
  const refuse = (problem: SealProblem) => new SealedValueError(problem, place.subject, { keyId, version });
  if (sealed.length > LONGEST_VALUE) throw refuse('too-large');
  if (sealed.length < HEADER_BYTES + TAG_BYTES + LENGTH_BYTES) throw refuse('no-value');
  if (version !== VERSION) throw refuse(version > VERSION ? 'newer' : 'no-value');
  const key = findKey(keyId);
  if (key === undefined) throw refuse('unknown-key');
  const iv = sealed.slice(1 + ID_BYTES, HEADER_BYTES);
  const parameters = { name: 'AES-GCM', iv, additionalData: encode(place, keyId) };
  try {
    const padded = await crypto.subtle.decrypt(parameters, key.aes, sealed.subarray(HEADER_BYTES));
    const content = readContent(new Uint8Array(padded));
    if (content === undefined) throw refuse('not-authentic');
    return { content, keyId };
  } catch (error) {
    if (error instanceof DOMException) throw refuse('not-authentic');
    throw error;
  }
}

function readContent(padded: Uint8Array<ArrayBuffer>): Content | undefined {
  const end = LENGTH_BYTES + new DataView(padded.buffer).getUint32(0);
  const name = LENGTH_BYTES + SIGNATURE_BYTES + 1;
  const body = name + (padded[name - 1] ?? 0);
  if (end > padded.length || body > end) return undefined;
  return {
    signature: padded.slice(LENGTH_BYTES, LENGTH_BYTES + SIGNATURE_BYTES),
    machine: new TextDecoder().decode(padded.slice(name, body)),
    body: padded.slice(body, end),
  };
}

async function checkSignature(
  content: Content,
  place: Place,
  keyId: string,
  signers: readonly CryptoKey[],
): Promise<void> {
  if (signers.length === 0) throw new SealedValueError('unknown-machine', place.subject);
  const name = new TextEncoder().encode(content.machine);
  const signed = recordToSign(encode(place, keyId), name, content.body);
  for (const signer of signers)
    if (await crypto.subtle.verify('Ed25519', signer, content.signature, signed)) return;
  throw new SealedValueError('not-signed', place.subject);
}

function encode({ workspace, subject }: Place, keyId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([VERSION, workspace, subject, keyId]));
}

/** In steps of at most an eighth, so that a size tells little. */
function paddedLength(length: number): number {
  if (length <= LEAST_PADDED) return LEAST_PADDED;
  const step = 2 ** (Math.floor(Math.log2(length)) - 3);
  return Math.ceil(length / step) * step;
}
