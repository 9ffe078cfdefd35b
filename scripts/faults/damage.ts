import { randomFillSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BrowserName } from '../browsers/find.ts';

/** Numbers from 0 to 1. */
type Random = () => number;

const BLOCK = 4096;
/** Of the replacements of a database that Firefox cannot delete. */
const NUMBERS = [1, 2, 3];

/**
 * The folder of a profile with an extension's database. Chromium: also those with the places of its copy (`buckets` holds all file systems but the first, and
 * the browser's list of buckets), and localStorage. Firefox: `origin` holds everything; the databases of the copy are beside that of the records.
 */
type StoredFolders = { database: string } & Partial<
  Record<'files' | 'buckets' | 'caches' | 'local' | 'origin', string>
>;

/** Where a profile keeps what the extension stores. */
export function storedFolders(profile: string, browser: BrowserName = 'chromium'): StoredFolders {
  return browser === 'chromium' ? foldersInChromium(profile) : foldersInFirefox(profile);
}

function foldersInChromium(profile: string): StoredFolders {
  const root = join(profile, 'Default');
  const databases = join(root, 'IndexedDB');
  const name = readdirSync(databases).find((each) => /^chrome-extension_.*\.indexeddb\.leveldb$/u.test(each));
  if (name === undefined) throw new Error('The profile holds no database of an extension');
  // Where a new database is created if the first one neither opens nor can be deleted.
  const [inBucket] = listFiles(join(root, 'WebStorage')).filter((file) => file.endsWith('.leveldb/CURRENT'));
  return {
    database: inBucket === undefined ? join(databases, name) : dirname(inBucket),
    files: join(root, 'File System'),
    buckets: join(root, 'WebStorage'),
    caches: join(root, 'Service Worker', 'CacheStorage'),
    local: join(root, 'Local Storage'),
  };
}

function foldersInFirefox(profile: string): StoredFolders {
  const origins = join(profile, 'storage', 'default');
  const origin = readdirSync(origins).find(
    (name) => name.startsWith('moz-extension') && findRecords(join(origins, name, 'idb')).length > 0,
  );
  if (origin === undefined) throw new Error('The profile holds no files of an extension');
  const root = join(origins, origin);
  return { database: join(root, 'idb'), origin: root };
}

/** The files of the database of the records, or of its latest replacement. */
function findRecords(folder: string): string[] {
  const files = listFiles(folder).filter((file) => file.includes('.sqlite'));
  const names = ['clipsheet', ...NUMBERS.map((number) => `clipsheet replacement ${number}`)];
  const found = names.map((name) => files.filter((file) => filesOfDatabase(name).test(file)));
  return found.findLast(({ length }) => length > 0) ?? [];
}

/** Matches the files of a database: Firefox puts 21 letters of its name, from both ends in turn, into theirs. */
export function filesOfDatabase(name: string): RegExp {
  const letters = name.replaceAll(' ', '+').split('');
  const mixed = letters.map((_, place) => letters.at(place % 2 === 0 ? place / 2 : -(place + 1) / 2));
  const shown = mixed.slice(0, 21).join('');
  return new RegExp(`/idb/\\d+${shown.replaceAll('+', String.raw`\+`)}\\.`, 'u');
}

/** Damages a database in a random way. Returns a description. In Firefox `any` may also be a file of a database of the copy. */
export function damageDatabase(folder: string, random: Random): string {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'LOCK')
    .map(({ name }) => name);
  const kinds = ['log', 'MANIFEST', 'CURRENT', 'ldb', 'any', 'all'] as const;
  const kind = pick(kinds, random);
  const records = findRecords(folder).map((file) => basename(file));
  const files = kind === 'any' || records.length === 0 ? all : records;
  const isOfKind = (name: string) =>
    kind === 'any' || kind === 'all' || name.startsWith(kind) || name.endsWith(`.${kind}`);
  const found = files.filter(isOfKind);
  const logs = files.filter((name) => name.endsWith('.log'));
  const chosen = [found, logs, files].find(({ length }) => length > 0) ?? [];
  const damaged = kind === 'all' ? chosen : [pick(chosen, random)];
  return damaged.map((name) => `${name} ${damageFile(join(folder, name), random)}`).join(', ');
}

/**
 * The list of all buckets is a SQLite database of Chromium's own. Its journal, which is flushed before each change, protects it from a power
 * failure. Without it, all buckets are lost.
 */
const LIST_OF_BUCKETS = /\/QuotaManager(-journal)?$/u;

/** Damages files that were written since a time (milliseconds since 1970), each in a way of its own. */
export function damageLate(folders: readonly string[], since: number, random: Random): string {
  const files = [...new Set(folders.flatMap(listFiles))].filter((file) => !LIST_OF_BUCKETS.test(file));
  const late = files.filter((file) => statSync(file).mtimeMs >= since);
  return late.map((file) => `${file.split('/').slice(-2).join('/')} ${damageFile(file, random)}`).join(', ');
}

export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'LOCK')
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Simulates what a power failure, a bad disk or a cleaning program does to a file. */
function damageFile(file: string, random: Random): string {
  const { size } = statSync(file);
  const part = Math.ceil(random() * size);
  const ways: Record<string, () => void> = {
    'cut by a byte': () => truncateSync(file, Math.max(0, size - 1)),
    [`cut by ${part}`]: () => truncateSync(file, size - part),
    'cut by 3 bytes, zeros after it': () => {
      truncateSync(file, Math.max(0, size - 3));
      truncateSync(file, size + BLOCK);
    },
    'cut to nothing': () => truncateSync(file, 0),
    [`zeros over its last ${part}`]: () => overwrite(file, size - part, Buffer.alloc(part)),
    [`noise over its last ${part}`]: () => overwrite(file, size - part, randomFillSync(Buffer.alloc(part))),
    'noise in its midst': () =>
      overwrite(file, Math.floor(random() * size), randomFillSync(Buffer.alloc(Math.min(64, size)))),
    'blocks swapped': () => swapBlocks(file, size),
    removed: () => rmSync(file),
  };
  const way = pick(Object.keys(ways), random);
  ways[way]?.();
  return way;
}

function overwrite(file: string, position: number, bytes: Buffer): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, bytes, 0, bytes.length, position);
  closeSync(opened);
}

/** Swaps the first block and the last complete one. */
function swapBlocks(file: string, size: number): void {
  const block = Math.min(BLOCK, Math.floor(size / 2));
  const [first, last] = [Buffer.alloc(block), Buffer.alloc(block)];
  const opened = openSync(file, 'r+');
  readSync(opened, first, 0, block, 0);
  readSync(opened, last, 0, block, size - block);
  writeSync(opened, last, 0, block, 0);
  writeSync(opened, first, 0, block, size - block);
  closeSync(opened);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}
