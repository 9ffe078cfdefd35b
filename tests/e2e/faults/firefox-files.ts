import { randomFillSync } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { listFiles, storedFolders } from '../../../scripts/faults/damage.ts';

/** The files in the extension's folder of a profile of Firefox. */
export function filesOf(profile: string, pattern = /./u): string[] {
  return listFiles(storedFolders(profile, 'firefox').origin ?? '').filter((file) => pattern.test(file));
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

/** Leaves the list of tables and the name's place, without the name and the tables: Firefox neither opens nor deletes such a database. */
export function loseTables(file: string): void {
  const content = readFileSync(file);
  content.fill(0, 9553);
  writeFileSync(file, content);
}
