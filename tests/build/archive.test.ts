import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { archiveFolder } from '../../scripts/build/archive.ts';
import { BUILDS, listFiles } from './build-output.ts';

describe.each(BUILDS)('the archive of %s', (build) => {
  afterEach(() => vi.useRealTimers());

  it('contains every file as it was built, with the manifest at its root', () => {
    const files = unzipSync(archiveFolder(build));
    expect(Object.keys(files).sort()).toEqual(listFiles(build).sort());
    for (const [path, bytes] of Object.entries(files))
      expect(strFromU8(bytes, true)).toBe(readFileSync(join(build, path), 'latin1'));
    expect(Object.keys(files)).toContain('manifest.json');
  });

  it('has the same bytes whenever it is made', () => {
    const today = archiveFolder(build);
    vi.useFakeTimers({ now: new Date('2031-07-05T03:04:05Z') });
    expect(Buffer.compare(archiveFolder(build), today)).toBe(0);
  });
});
