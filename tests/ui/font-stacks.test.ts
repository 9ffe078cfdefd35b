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

it.each([
  [':lang(zh)', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  [':lang(zh-Hant, zh-TW, zh-HK)', 'Noto Serif CJK TC', 'Noto Sans CJK TC'],
  [':lang(ja)', 'Noto Serif CJK JP', 'Noto Sans CJK JP'],
  [':lang(ko)', 'Noto Serif CJK KR', 'Noto Sans CJK KR'],
])('draws what is marked as %s in the fonts of its language', (selector, serif, sans) => {
  const rule = TOKENS.slice(TOKENS.indexOf(`${selector} {`)).split('}')[0] ?? '';
  expect(rule.indexOf(`'${serif}'`)).toBeGreaterThan(rule.indexOf('--serif'));
  expect(rule.indexOf(`'${sans}'`)).toBeGreaterThan(rule.indexOf('--sans'));
  expect(rule).not.toMatch(/Charter|Georgia|Roboto/u);
});
