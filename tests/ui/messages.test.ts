import { describe, expect, it } from 'vitest';
import {
  findFaults,
  listLocales,
  misplacedKeys,
  missingStrings,
  readMessages,
  type Messages,
} from '../../scripts/locales.ts';

const english = readMessages('en');

/** The locales that have all messages, and keep having them (docs/translating.md). */
const COMPLETE = ['ru', 'zh_CN'];

it.each(COMPLETE)('the interface in %s has all messages of the English one', (locale) => {
  expect(missingStrings(english, readMessages(locale))).toEqual([]);
});

it('a locale that has all messages is in the list of complete ones', () => {
  const complete = listLocales().filter(
    (locale) => missingStrings(english, readMessages(locale)).length === 0,
  );
  expect(complete).toEqual(['en', ...COMPLETE].toSorted());
});

it.each(listLocales().filter((locale) => locale !== 'en'))(
  'the interface in %s has no empty message, no English one, and the placeholders of the English',
  (locale) => {
    expect(findFaults(english, readMessages(locale))).toEqual([]);
  },
);

it.each(listLocales())('the messages of the interface in %s are in alphabetical order', (locale) => {
  expect(misplacedKeys(readMessages(locale))).toEqual([]);
});

it('the English interface tells translators where each message is shown', () => {
  const silent = Object.entries(english).filter(([, { description = '' }]) => description === '');
  expect(silent.map(([key]) => key)).toEqual([]);
});

/** Words that the glossary in docs/translating.md has replaced, and punctuation that the language does not use. */
const AVOIDED: [string, string, RegExp][] = [
  ['ru', 'рубрика', /раздел(?!ить)/iu],
  ['ru', 'стол', /редакторск/iu],
  ['ru', 'изображение', /картинк/iu],
  ['ru', 'сервер', /уз(?:ел|л)/iu],
  ['ru', 'автор цитаты', /говорящ/iu],
  ['ru', 'вырезка, and not the verb that browsers have for Cut,', /вырез(?:а|ыв)/iu],
  ['ru', 'указывать or выводить, and not the verb for a printer,', /(?<!о)печат/iu],
  ['ru', 'a dash of the right length, after a no-break space,', / [–—] /u],
  ['zh_CN', '剪辑', /剪报|摘录|剪存|剪下/u],
  ['zh_CN', '封面', /题图|封面图/u],
  ['zh_CN', '期 or 通讯', /刊物|期刊|当期/u],
  ['zh_CN', '已存正文', /存文|保存的网页正文|保存的正文/u],
  ['zh_CN', '同步服务器', /中枢/u],
  ['zh_CN', '发言者', /说话人/u],
  ['zh_CN', '显示 or 刊出, and not the word for a printer,', /印/u],
  ['zh_CN', 'Chinese punctuation', /\p{sc=Han}[,;:!?]|[,;:!]\s?\p{sc=Han}|\(\p{sc=Han}|\p{sc=Han}\)/u],
];

it.each(AVOIDED)('the interface in %s uses %s throughout', (locale, _, avoided) => {
  const wrong = Object.entries(readMessages(locale)).filter(([, { message }]) => avoided.test(message));
  expect(wrong.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
});

describe('a new locale', () => {
  const begun: Messages = { languageOfStrings: { message: 'es' }, uiHeadline: { message: 'Titular' } };

  it('may lack messages, which are listed', () => {
    expect(findFaults(english, begun)).toEqual([]);
    const missing = missingStrings(english, begun);
    expect(missing).toHaveLength(Object.keys(english).length - 2);
    expect(missing).toContain('uiOutlet');
  });

  it.each([
    ['uiOutlet', english['uiOutlet']?.message ?? '', 'uiOutlet is still in English'],
    ['uiOutlet', ' ', 'uiOutlet is empty'],
    [
      'deskClipCount',
      '$1 recorte | $1 recortes | $1 recortes | $1 recortes',
      'deskClipCount has 4 plural forms; es has 2: one, other',
    ],
    ['uiOutlte', 'Medio', 'uiOutlte is no string of the interface'],
    [
      'deskUndoOf',
      'Deshacer',
      `deskUndoOf has other placeholders than the English “${english['deskUndoOf']?.message ?? ''}”`,
    ],
  ])('is told what is wrong with %s: “%s”', (key, message, fault) => {
    expect(findFaults(english, { ...begun, [key]: { message } })).toEqual([fault]);
  });

  it('is told which messages are not in alphabetical order', () => {
    const { uiHeadline, ...others } = begun;
    expect(misplacedKeys(begun)).toEqual([]);
    expect(misplacedKeys({ ...(uiHeadline && { uiHeadline }), ...others })).toEqual([
      'languageOfStrings is below uiHeadline, but comes before it in the alphabet',
    ]);
  });

  it('must say which language it is', () => {
    const { languageOfStrings: _, ...silent } = begun;
    expect(findFaults(english, silent)).toEqual(['languageOfStrings is missing']);
  });
});
