import { randomFillSync } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { listFiles, storedFolders } from '../../../scripts/faults/damage.ts';

/** The files in the extension's folder of a profile of Firefox. */
export function filesOf(profile: string, pattern = /./u): string[] {
  return listFiles(storedFolders(profile, 'firefox').origin ?? '').filter((file) => pattern.test(file));
}

/** Matches the files of a database: Firefox puts letters of its name, from both ends in turn, into theirs. */
export function filesOfDatabase(name: string): RegExp {
  const letters = name.replaceAll(' ', '+').split('');
  const mixed = letters.map((_, place) => letters.at(place % 2 === 0 ? place / 2 : -(place + 1) / 2));
  return new RegExp(`/idb/\\d+${mixed.join('').replaceAll('+', String.raw`\+`)}\\.`, 'u');
}

export function cut(file: string): void {
  truncateSync(file, Math.floor(statSync(file).size / 2));
}

/** Firefox neither reads nor replaces a database with noise behind its first page. */
export function spoil(file: string): void {
  const content = readFileSync(file);
  randomFillSync(content, Math.min(16_384, Math.floor(content.length / 2)));
  writeFileSync(file, content);
}
