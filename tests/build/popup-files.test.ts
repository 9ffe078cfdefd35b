import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILDS } from './build-output.ts';

describe.each(BUILDS)('the popup of %s', (build) => {
  const page = readFileSync(join(build, 'popup/index.html'), 'utf8');
  const named = [...page.matchAll(/\/assets\/([^"]+\.js)"/gu)].map(([, file = '']) => file);
  const programs = new Map(named.map((file) => [file, readFileSync(join(build, 'assets', file), 'utf8')]));

  it('names in its page every script that it loads at first, so that none waits for another', () => {
    const imported = [...programs.values()].flatMap((program) =>
      [...program.matchAll(/(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/gu)].map(([, file = '']) =>
        basename(file),
      ),
    );
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((file) => !named.includes(file))).toEqual([]);
  });

  it('comes in few files', () => {
    expect(named.length).toBeLessThanOrEqual(8);
  });

  it('has its initial read in files that contain nothing else', () => {
    const entry = programs.get(named[0] ?? '') ?? '';
    expect(entry).toContain('import(');
    expect(entry.match(/from\s*["'`]/gu)?.length).toBeLessThanOrEqual(2);
  });
});
