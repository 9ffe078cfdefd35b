import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILDS } from './build-output.ts';

describe.each(BUILDS)('what %s injects into a page', (build) => {
  it('is at most 24.6 kB, gzipped, to read it', () => {
    expect(gzipSync(readFileSync(`${build}/src/content/reader.js`)).length).toBeLessThanOrEqual(24_600);
  });

  it('is at most 26 kB, gzipped, to read what is selected', () => {
    expect(gzipSync(readFileSync(`${build}/src/content/quote-reader.js`)).length).toBeLessThanOrEqual(26_000);
  });

  it('has Readability in a file of its own, for later', () => {
    const holdsReadability = (file: string) =>
      readFileSync(`${build}/src/content/${file}`, 'utf8').includes('unlikelyCandidates');
    expect(holdsReadability('reader.js')).toBe(false);
    expect(holdsReadability('article-reader.js')).toBe(true);
  });
});
