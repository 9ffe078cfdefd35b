import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { BUILDS, readManifest } from './build-output.ts';

const iconsSchema = v.record(v.string(), v.string());
const namedIconsSchema = v.object({
  icons: iconsSchema,
  action: v.object({ default_icon: iconsSchema }),
});

describe.each(BUILDS)('in %s', (build) => {
  const { icons, action } = v.parse(namedIconsSchema, readManifest(build));

  it.each([...Object.entries(icons), ...Object.entries(action.default_icon)])(
    'the icon of %s pixels is a PNG of that size: %s',
    (size, file) => {
      const png = readFileSync(join(build, file));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
    },
  );

  it('there is one for the toolbar, the list of extensions and the stores', () => {
    expect(Object.keys(icons)).toEqual(expect.arrayContaining(['16', '32', '48', '128']));
  });
});
