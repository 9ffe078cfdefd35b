import { expect, it } from 'vitest';
import { writeSize } from '../../src/ui/file-size';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [12_345_678, '12.3 MB'],
  [7e18, '7,000,000 TB'],
])('writes %d bytes as %s', (bytes, written) => {
  expect(writeSize(bytes, 'en')).toBe(written);
});
