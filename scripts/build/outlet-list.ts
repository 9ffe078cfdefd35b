import { readdirSync, readFileSync } from 'node:fs';
import { directoryPartOf, type DirectoryPart } from '../../src/news/outlets/directory.ts';

/**
 * The outlets, compiled from general knowledge. A line is `host[/path] name`; a line in brackets gives the language of the
 * outlets after it. An edition has a line of its own, by its host or by the beginning of its paths.
 */
const FOLDER = new URL('../../src/news/outlets/', import.meta.url);

/** The whole directory, in its parts. */
export function listDirectoryParts(): Map<string, DirectoryPart> {
  const parts = new Map<string, DirectoryPart>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))
    addOutlets(readFileSync(new URL(file, FOLDER), 'utf8'), parts);
  return parts;
}

function addOutlets(text: string, into: Map<string, DirectoryPart>): void {
  let language = '';
  for (const line of text.split('\n')) {
    language = /^\[(.+)\]$/u.exec(line)?.[1] ?? language;
    const [, place, name] = /^([^\s[]\S*) (.+)$/u.exec(line) ?? [];
    const key = place === undefined ? undefined : directoryPartOf(`https://${place}`);
    if (place === undefined || name === undefined || key === undefined) continue;
    const part = into.get(key) ?? {};
    if (Object.hasOwn(part, place)) throw new Error(`${place} is in the directory twice`);
    into.set(key, { ...part, [place]: [name, language] });
  }
}
