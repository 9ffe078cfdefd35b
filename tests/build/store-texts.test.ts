import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

describe.each(['en', 'ru', 'zh_CN'])('the text for the stores in %s', (language) => {
  const text = readFileSync(`store/listing.${language}.md`, 'utf8');

  it('gives a reason for each permission that the manifest names', () => {
    for (const permission of [...manifest.permissions, ...manifest.optional_host_permissions])
      expect(text).toMatch(new RegExp(`^- .*\`${permission.replaceAll('*', '\\*')}\`.*[:：]`, 'mu'));
  });

  it('summarizes Clipsheet as the manifest does, within the length that the stores allow', () => {
    const messages = JSON.parse(
      readFileSync(`src/static/_locales/${language}/messages.json`, 'utf8'),
    ) as Record<'extensionDescription', { message: string }>;
    const { message } = messages.extensionDescription;
    expect(text).toContain(message);
    expect(message.length).toBeLessThanOrEqual(132);
  });
});
