/**
 * The two codes that a person copies from one machine to another. `npm run hub` prints a hub code: where the hub is, and the
 * credentials of one machine. A joined machine adds the workspace key to a hub code, which makes a machine code. A hub code never
 * contains the workspace key, because the hub must not know it.
 *
 * A code is a prefix that names its kind and version, and JSON in base64url. All of its content is ASCII.
 */
import * as v from 'valibot';

const HUB_PREFIX = 'clipsheet-hub-1.';
const MACHINE_PREFIX = 'clipsheet-machine-1.';
/** A code of any version, so that a newer one is not reported as damaged. */
const ANY_PREFIX = /^clipsheet-(?:hub|machine)-\d{1,4}\./u;

/** In characters. */
export const LONGEST_HUB_CODE = 1000;
export const LONGEST_MACHINE_CODE = 1600;
/** Mail programs break long lines and indent them; the white space that they add is removed. */
export const LONGEST_CODE_PASTE = 2 * LONGEST_MACHINE_CODE;

/** Where a hub offers its JetStream API to machines, in the account of each. */
export const API_PREFIX = 'HUB';
/** The key-value bucket with the records of a workspace, the subjects of its keys, and the stream that holds it. */
export const RECORD_BUCKET = 'clipsheet';
export const RECORD_PREFIX = `$KV.${RECORD_BUCKET}.`;
export const RECORD_STREAM = `KV_${RECORD_BUCKET}`;

/** Where a machine receives answers. Nobody else can write to it, because its account exports nothing. */
export function inboxOf(machine: string): string {
  return `_INBOX_${machine}`;
}

export type CodeProblem = 'empty' | 'not-a-code' | 'too-long' | 'newer' | 'damaged' | 'machine-code';

/** In words for the terminal; a page translates `problem`. */
const WORDS: Record<CodeProblem, string> = {
  empty: 'There is no code. Paste the line that starts with “clipsheet-hub-1.” or “clipsheet-machine-1.”.',
  'not-a-code':
    'This is not a code. Paste the whole line that starts with “clipsheet-hub-1.” or “clipsheet-machine-1.”.',
  'too-long': 'This is too long to be a code. Paste only the one line.',
  newer: 'This code comes from a newer version of Clipsheet. Update Clipsheet here and paste the code again.',
  damaged:
    'This code is incomplete or was changed on its way. Copy it again, from its first character to its last.',
  'machine-code':
    'This is a machine code. Only a hub code, which starts with “clipsheet-hub-1.”, works here.',
};

/** What was pasted is not a usable code. */
export class InvalidCodeError extends Error {
  override readonly name = 'InvalidCodeError';

  constructor(readonly problem: CodeProblem) {
    super(WORDS[problem]);
  }
}

/** Of a workspace or a machine. It becomes part of subjects and of the names of consumers, so no dots or spaces. */
export const hubNameSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/u));

/** What a URL parser would repair, such as a line break, is refused: the person would read another address than the one used. */
const ADDRESS = /^wss?:\/\/(?:[\p{L}\p{M}\p{N}.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:\/[\w.~%/-]*)?$/iu;

/**
 * `wss://host[:port][/path]`, or `ws://127.0.0.1:PORT` for a hub on the same computer. Anything else would send credentials
 * in the clear or to a place that the person cannot see in the address.
 */
export const hubAddressSchema = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(ADDRESS),
  v.transform((address) => (URL.canParse(address) ? new URL(address) : undefined)),
  v.custom<URL>((url) => url instanceof URL && isHubAddress(url)),
  v.transform(({ protocol, host, pathname }) => `${protocol}//${host}${pathname.replace(/\/$/u, '')}`),
);

function isHubAddress({
  protocol,
  hostname,
  port,
  pathname,
  username,
  password,
  search,
  hash,
}: URL): boolean {
  if (`${username}${password}${search}${hash}` !== '') return false;
  if (protocol === 'wss:') return hostname !== '';
  return protocol === 'ws:' && hostname === '127.0.0.1' && port !== '' && pathname === '/';
}

const hubSchema = v.object({
  address: hubAddressSchema,
  workspace: hubNameSchema,
  machine: hubNameSchema,
  /** Of an Ed25519 key pair, as NATS writes the seed of a user: https://docs.nats.io/using-nats/developer/connecting/nkey. */
  seed: v.pipe(v.string(), v.regex(/^SU[A-Z2-7]{56}$/u)),
});

const machineCodeSchema = v.object({
  hub: hubSchema,
  /** The key material of the workspace in base64url. */
  key: v.pipe(v.string(), v.regex(/^[\w-]{22,200}$/u)),
  keyId: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/u)),
});

/** What a machine needs to connect to its hub. `seed` is a secret. */
export type HubAccess = v.InferOutput<typeof hubSchema>;

/** What a machine needs to join a workspace that has a key. `hub.seed` and `key` are secrets. */
export type WorkspaceAccess = v.InferOutput<typeof machineCodeSchema>;

export type Code =
  | { kind: 'hub'; hub: HubAccess; workspaceKey?: undefined }
  | { kind: 'machine'; hub: HubAccess; workspaceKey: { key: string; keyId: string } };

/** Throws if the access is one that `parseCode` would refuse. */
export function printHubCode(access: HubAccess): string {
  return HUB_PREFIX + encode(v.parse(hubSchema, access));
}

/** Throws if the access is one that `parseCode` would refuse. */
export function printMachineCode(access: WorkspaceAccess): string {
  return MACHINE_PREFIX + encode(v.parse(machineCodeSchema, access));
}

/** Reads what a person has pasted. Throws InvalidCodeError. */
export function parseCode(pasted: unknown): Code {
  const text = plainText(pasted);
  if (text.startsWith(HUB_PREFIX)) {
    if (text.length > LONGEST_HUB_CODE) throw new InvalidCodeError('too-long');
    return { kind: 'hub', hub: decode(hubSchema, text.slice(HUB_PREFIX.length)) };
  }
  if (text.startsWith(MACHINE_PREFIX)) {
    if (text.length > LONGEST_MACHINE_CODE) throw new InvalidCodeError('too-long');
    const { hub, ...workspaceKey } = decode(machineCodeSchema, text.slice(MACHINE_PREFIX.length));
    return { kind: 'machine', hub, workspaceKey };
  }
  throw new InvalidCodeError(ANY_PREFIX.test(text) ? 'newer' : 'not-a-code');
}

/** Reads a code that must be a hub code. Throws InvalidCodeError. */
export function parseHubCode(pasted: unknown): HubAccess {
  const { kind, hub } = parseCode(pasted);
  if (kind === 'machine') throw new InvalidCodeError('machine-code');
  return hub;
}

function plainText(pasted: unknown): string {
  if (typeof pasted !== 'string') throw new InvalidCodeError('not-a-code');
  if (pasted.length > LONGEST_CODE_PASTE) throw new InvalidCodeError('too-long');
  const text = pasted.replaceAll(/\s/gu, '');
  if (text === '') throw new InvalidCodeError('empty');
  return text;
}

function encode(content: HubAccess | WorkspaceAccess): string {
  return btoa(JSON.stringify(content)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decode<T>(schema: v.GenericSchema<unknown, T>, encoded: string): T {
  const parsed = v.safeParse(schema, readJson(encoded));
  if (!parsed.success) throw new InvalidCodeError('damaged');
  return parsed.output;
}

/** The value that the JSON stands for; `undefined`, which no schema accepts, if it is damaged. */
function readJson(encoded: string): unknown {
  if (!/^[\w-]+$/u.test(encoded)) return undefined;
  try {
    return JSON.parse(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined; // an InvalidCharacterError of atob or a SyntaxError of JSON: a part of the code is missing
  }
}
