import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILDS, listFiles } from './build-output.ts';

/** Code that would run a text as code, or load code from elsewhere. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['eval', /(?<![\w$.])eval\s*\(/u],
  ['the Function constructor', /(?<![\w$])Function\s*\(/u],
  ['a timer given text', /set(?:Timeout|Interval)\(\s*["'`]/u],
  ['an import from elsewhere', /(?:import\s*\(?|from)\s*["'`]https?:/u],
  ['importScripts', /importScripts\s*\(/u],
  ['WebAssembly', /WebAssembly\./u],
];

describe.each(BUILDS)('the code of %s', (build) => {
  const scripts = listFiles(build).filter((file) => file.endsWith('.js'));
  const pages = listFiles(build).filter((file) => file.endsWith('.html'));

  it('has scripts and pages', () => {
    expect(scripts.length).toBeGreaterThan(3);
    expect(pages.length).toBeGreaterThan(2);
  });

  it.each(FORBIDDEN)('has no %s', (_, pattern) => {
    const guilty = scripts.filter((file) => pattern.test(readFileSync(join(build, file), 'utf8')));
    expect(guilty).toEqual([]);
  });

  it('contains each file for injection once', () => {
    for (const name of ['reader', 'article-reader', 'quote-reader', 'quote-arranger', 'notice'])
      expect(scripts.filter((file) => new RegExp(`/${name}\\b[^/]*\\.js$`, 'u').test(file))).toEqual([
        `src/content/${name}.js`,
      ]);
  });

  it('has no page with a script or a style from elsewhere or inline', () => {
    for (const page of pages) {
      const markup = readFileSync(join(build, page), 'utf8');
      expect(markup).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
      expect(markup).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/u);
    }
  });
});
