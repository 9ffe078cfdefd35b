/**
 * `npm run -s locales` lists the messages that a locale lacks and the errors in those it has. The browser shows the English
 * message if a locale has none. Exits with code 1 if there are errors.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { FORM_SEPARATOR, PLURAL_FORMS } from '../src/news/text/message-forms.ts';

const FOLDER = 'src/static/_locales';

const messagesSchema = v.record(
  v.string(),
  v.strictObject({ message: v.string(), description: v.optional(v.string()) }),
);
export type Messages = v.InferOutput<typeof messagesSchema>;

/** Messages that are the same in every language. */
const NAMES = new Set(['extensionName', 'sampleSourceCredit', 'sampleOriginal']);
/** Tells the pages their language. Without it, dates and names of languages would be in another one. */
const REQUIRED = 'languageOfStrings';

/** The locales, by the names of their folders: `en`, `zh_CN`. */
export function listLocales(folder = FOLDER): string[] {
  return readdirSync(folder).toSorted();
}

/** @throws {v.ValiError} if the file is not in the format of `chrome.i18n`. */
export function readMessages(locale: string, folder = FOLDER): Messages {
  return v.parse(messagesSchema, JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8')));
}

/** The keys of the messages that a locale lacks, which the browser shows in English. */
export function missingStrings(english: Messages, messages: Messages): string[] {
  return Object.keys(english).filter((key) => messages[key] === undefined);
}

/** The errors in the messages of a locale, one sentence each. */
export function findFaults(english: Messages, messages: Messages): string[] {
  const language = messages[REQUIRED]?.message ?? 'en';
  const usual = formsOf(language);
  const faults = Object.entries(messages).flatMap(([key, { message }]) => {
    const original = english[key]?.message;
    if (original === undefined) return [`${key} is no string of the interface`];
    if (message.trim() === '') return [`${key} is empty`];
    if (!isSameSet(placeholdersIn(message), placeholdersIn(original)))
      return [`${key} has other placeholders than the English “${original}”`];
    const forms = message.split(FORM_SEPARATOR).length;
    if (original.includes(FORM_SEPARATOR) && forms !== usual.length)
      return [`${key} has ${forms} plural forms; ${language} has ${usual.length}: ${usual.join(', ')}`];
    return message === original && isWords(original) && !NAMES.has(key) ? [`${key} is still in English`] : [];
  });
  return messages[REQUIRED] === undefined ? [...faults, `${REQUIRED} is missing`] : faults;
}

/** The keys that are not in alphabetical order, in which two people seldom add one at the same place. One sentence each. */
export function misplacedKeys(messages: Messages): string[] {
  return Object.keys(messages).flatMap((key, place, keys) => {
    const before = keys[place - 1] ?? '';
    return key < before ? [`${key} is below ${before}, but comes before it in the alphabet`] : [];
  });
}

/** The plural forms of the whole numbers below 200 in a language: `one` and `other` in English and Spanish, `other` in Chinese. */
function formsOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const used = new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)));
  return PLURAL_FORMS.filter((form) => used.has(form));
}

function placeholdersIn(message: string): Set<string> {
  return new Set(message.match(/\$\d/gu));
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

/** Whether there is something to translate. A number or the name of a format is the same everywhere. */
function isWords(message: string): boolean {
  return /\p{Ll}{2}/u.test(message.replace(/\$\d/gu, ''));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const english = readMessages('en');
  for (const locale of listLocales().filter((each) => each !== 'en')) {
    const messages = readMessages(locale);
    const missing = missingStrings(english, messages);
    const faults = [...findFaults(english, messages), ...misplacedKeys(messages)];
    console.log(`${locale}: ${missing.length} missing, ${faults.length} wrong`);
    for (const key of missing) console.log(`  missing: ${key} (“${english[key]?.message ?? ''}”)`);
    for (const fault of faults) console.log(`  wrong: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
