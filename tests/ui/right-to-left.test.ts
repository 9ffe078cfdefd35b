import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { directionOfLanguage } from '../../src/newsletter/directions';

const TOKENS = readFileSync(join(import.meta.dirname, '../../src/ui/tokens.css'), 'utf8');

it('draws pages from right to left in exactly those languages that are written so', () => {
  const listed = /:root:lang\(([^)]*)\) \{\s*direction: rtl/u.exec(TOKENS)?.[1]?.split(', ');
  const written = [
    'ar',
    'ckb',
    'de',
    'dv',
    'en',
    'es',
    'fa',
    'fr',
    'he',
    'hi',
    'ja',
    'ps',
    'ru',
    'sd',
    'ug',
    'ur',
    'yi',
    'zh',
  ];
  expect(listed).toStrictEqual(written.filter((language) => directionOfLanguage(language) === 'rtl'));
});
