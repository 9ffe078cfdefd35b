import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that `npm run build` creates. */
export const BUILDS = ['dist/chrome', 'dist/firefox'] as const;

/** Paths of all files under a folder, relative to it. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

export function readManifest(build: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}
