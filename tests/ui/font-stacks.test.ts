import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TOKENS = readFileSync(join(import.meta.dirname, '../../src/ui/tokens.css'), 'utf8');
/** Fonts of other scripts, whose Latin letters and quotation marks are as wide as theirs. */
const OTHER_SCRIPTS = /CJK|Songti|Source Han|PingFang|YaHei|Naskh/u;

it.each(['sans', 'serif'])('draws English in the fonts of --%s before any font of another script', (name) => {
  const stack = new RegExp(`--${name}:([^;]*);`, 'u').exec(TOKENS)?.[1]?.split(',') ?? [];
  const generic = stack.findIndex((family) => /^\s*(?:sans-)?serif\s*$/u.test(family));
  expect(generic).toBeGreaterThan(0);
  expect(stack.slice(0, generic).filter((family) => OTHER_SCRIPTS.test(family))).toEqual([]);
});
