import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** The first date of ZIP. It is local, as the format requires, so that the bytes are the same in every time zone. */
const DATE = new Date(1980, 0, 1);

/** A folder as a ZIP archive with its files at the root. The same files give the same bytes on every machine at any time. */
export function archiveFolder(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const path of listFiles(folder)) files[path] = readFileSync(join(folder, path));
  return zipSync(files, { level: 9, mtime: DATE });
}

/** The paths of all files in a folder, relative to it, with `/`, in an order that does not depend on the file system. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
