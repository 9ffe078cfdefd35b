/** The key of a workspace, with which its records are encrypted. */
export interface WorkspaceKey {
  /** The beginning of a digest of the key material, in base64url. */
  id: string;
  aes: CryptoKey;
}

/** How a machine signs what it writes. */
export interface SigningKey {
  /** The machine's name. */
  name: string;
  sign: (content: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

export const KEY_BYTES = 32;
const ID_BYTES = 8;

export function newKeyMaterial(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** The material itself is never used as a key: each use has its own, derived from it. */
export async function importWorkspaceKey(material: Uint8Array<ArrayBuffer>): Promise<WorkspaceKey> {
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  const derived = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encode('clipsheet records'),
  };
  const aes = await crypto.subtle.deriveKey(derived, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { id: await idOfKey(material), aes };
}

export async function idOfKey(material: Uint8Array<ArrayBuffer>): Promise<string> {
  const labelled = new Uint8Array([...encode('clipsheet key id'), ...material]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', labelled));
  return digest.slice(0, ID_BYTES).toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** The keys of one machine. Nobody can read the private ones, but who copies the profile can use them. */
export interface MachineKeys {
  /** Ed25519. */
  signing: CryptoKeyPair;
  /** ECDH P-256: a new workspace key is encrypted to it. */
  receiving: CryptoKeyPair;
}

export async function newMachineKeys(): Promise<MachineKeys> {
  const [signing, receiving] = await Promise.all([
    crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']),
    crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
  ]);
  return { signing, receiving };
}

export function signingKeyOf(name: string, { signing }: MachineKeys): SigningKey {
  return {
    name,
    sign: async (content) => new Uint8Array(await crypto.subtle.sign('Ed25519', signing.privateKey, content)),
  };
}

/** What a machine signs: where the value belongs, who wrote it, and the value. */
export function recordToSign(
  place: Uint8Array<ArrayBuffer>,
  machine: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const lengths = new Uint8Array(8);
  new DataView(lengths.buffer).setUint32(0, place.length);
  new DataView(lengths.buffer).setUint32(4, machine.length);
  const content = new Uint8Array(lengths.length + place.length + machine.length + body.length);
  content.set(lengths);
  content.set(place, lengths.length);
  content.set(machine, lengths.length + place.length);
  content.set(body, lengths.length + place.length + machine.length);
  return content;
}

export async function importSigningKeys(keys: readonly string[]): Promise<CryptoKey[]> {
  return Promise.all(
    keys.map((key) => crypto.subtle.importKey('raw', fromBase64(key), 'Ed25519', true, ['verify'])),
  );
}

/** In base64url. */
export async function exportKey(key: CryptoKey): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', key)));
}

export function toBase64(bytes: Uint8Array<ArrayBuffer>): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(text, { alphabet: 'base64url' });
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
