import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printRecoveryWords, readRecoveryWords } from '../../src/sync/recovery-words';
import { KEY_BYTES } from '../../src/sync/workspace-key';

const key = fc
  .uint8Array({ minLength: KEY_BYTES, maxLength: KEY_BYTES })
  .map((bytes) => new Uint8Array(bytes));

it('reads the key from its words, however they are written down', () => {
  fc.assert(
    fc.property(key, (material) => {
      const words = printRecoveryWords(material);
      expect(words.split(' ')).toHaveLength(24);
      expect(readRecoveryWords(words)).toStrictEqual(material);
      expect(readRecoveryWords(`  ${words.toUpperCase().replaceAll(' ', ',\n ')}\n`)).toStrictEqual(material);
    }),
  );
});

it('finds a word that is missing, misspelt, or in another place', () => {
  const words = printRecoveryWords(new Uint8Array(KEY_BYTES).fill(9)).split(' ');
  expect(readRecoveryWords(words.slice(1).join(' '))).toBeUndefined();
  expect(readRecoveryWords(['hausboat', ...words.slice(1)].join(' '))).toBeUndefined();
  expect(readRecoveryWords([...words.slice(1), words[0]].join(' '))).toBeUndefined();
  expect(readRecoveryWords('')).toBeUndefined();
});
