import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const messagesSchema = v.record(
  v.string(),
  v.strictObject({ message: v.string(), description: v.optional(v.string()) }),
);
const LOCALES = 'src/static/_locales';

function readMessages(locale: string) {
  return v.parse(messagesSchema, JSON.parse(readFileSync(`${LOCALES}/${locale}/messages.json`, 'utf8')));
}

function placeholdersIn(message: string): string[] {
  return (message.match(/\$\d/gu) ?? []).toSorted();
}

const english = readMessages('en');

describe.each(readdirSync(LOCALES).filter((locale) => locale !== 'en'))('in %s', (locale) => {
  const messages = readMessages(locale);

  it('every string is there, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it.each(Object.keys(english))('%s is said, with the placeholders of the English', (key) => {
    const message = messages[key]?.message ?? '';
    expect(message.trim()).not.toBe('');
    expect([...new Set(placeholdersIn(message))]).toEqual([
      ...new Set(placeholdersIn(english[key]?.message ?? '')),
    ]);
  });
});
