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

/** Swaps the first and the last page of 4,096 bytes. Firefox lists no databases while one is torn in this way. */
export function swapBlocks(file: string): void {
  const content = readFileSync(file);
  const [first, last] = [Buffer.from(content.subarray(0, 4096)), Buffer.from(content.subarray(-4096))];
  last.copy(content, 0);
  first.copy(content, content.length - 4096);
  writeFileSync(file, content);
}

/** Puts noise at the beginning of each page of 4,096 bytes that contains these words. */
export function spoilPagesWith(words: string, file: string): void {
  const content = readFileSync(file);
  for (let place = content.indexOf(words); place !== -1; place = content.indexOf(words, place + 1))
    randomFillSync(content, place - (place % 4096), 64);
  writeFileSync(file, content);
}
