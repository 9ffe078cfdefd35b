import { expect, test } from 'vitest';
import { assembleManuscript } from '../../src/news/assemble-manuscript';
import { SWITCHED_FIELDS, switchOf } from '../../src/news/article-fields';
import type { Clip } from '../../src/news/clip';
import { REPORT, type HouseStyle } from '../../src/news/house-style';

const instant = '2026-11-20T08:00:00.000Z';
const issue = { id: 'issue', sections: [], createdAt: instant, changedAt: instant, revision: 1 };
const clip: Clip = {
  id: 'a',
  issueId: 'issue',
  publishedOn: '2026-11-18',
  language: 'zh-Hans',
  showDate: false,
  showLanguage: true,
  byline: 'Mara Linn',
  sourceCredit: 'Metro Wire',
  dek: 'After a week',
  quotes: [],
  rank: 'a0',
  clippedAt: instant,
  changedAt: instant,
  revision: 1,
};

const day = { publishedOn: '2026-11-18' };
const label = { languageLabel: 'Chinese-language' };
const dek = { dek: 'After a week' };

const quote = { id: 'q', markdown: '晚了。', speaker: 'Linn', translation: 'It is late.' };
const speaker = { speaker: 'Linn' };
const original = { original: '晚了。' };
const translation = { translation: 'It is late.' };

test.each<[HouseStyle['quotesIn'], Clip['quotesIn'], object]>([
  ['both', undefined, { ...speaker, ...original, ...translation }],
  ['original', undefined, { ...speaker, ...original }],
  ['translation', undefined, { ...speaker, ...translation }],
  ['both', 'translation', { ...speaker, ...translation }],
  ['translation', 'original', { ...speaker, ...original }],
])(
  'with quotes in %j, if the clip’s own choice is %j, a quote is printed as %j',
  (quotesIn, own, printed) => {
    const chosen = { ...clip, quotes: [quote], ...(own && { quotesIn: own }) };
    const { sections } = assembleManuscript(issue, [chosen], { ...REPORT, quotesIn });
    expect(sections[0]?.clips[0]?.quotes).toEqual([printed]);
  },
);

test('quotes without a translation are printed as they are, with their language', () => {
  const style = { ...REPORT, quotesIn: 'translation' as const };
  const { sections } = assembleManuscript(
    issue,
    [{ ...clip, quotes: [{ id: 'q', markdown: '晚了。' }] }],
    style,
  );
  expect(sections[0]?.clips[0]).toMatchObject({ language: 'zh-Hans', quotes: ['晚了。'] });
});

test.each<[string, HouseStyle['severalLanguages'], boolean]>([
  ['https://en.people.cn/n3/1.html', {}, true],
  ['https://www.caixin.com/1.html', {}, false],
  ['https://www.caixin.com/1.html', { 'caixin.com': true }, true],
  ['https://en.people.cn/n3/1.html', { 'people.cn': false }, false],
  ['https://en.people.cn/n3/1.html', { 'people.cn': false, 'en.people.cn': true }, true],
  ['https://notpeople.cn/', {}, false],
  ['mailto:a@people.cn', {}, false],
])('an outlet in several languages, %s with the marks %j, is labelled: %s', (address, marks, isLabelled) => {
  const style: HouseStyle = { ...REPORT, showsLanguage: 'outlets', severalLanguages: marks };
  const { sections } = assembleManuscript(issue, [{ ...clip, address, showLanguage: false }], style);
  expect(sections[0]?.clips[0]?.languageLabel).toBe(isLabelled ? 'Chinese-language' : undefined);
});

test.each<[Partial<HouseStyle>, object]>([
  [{}, { ...label, ...dek }],
  [{ showsDate: 'always' }, { ...day, ...label, ...dek }],
  [{ showsDate: 'never', showsLanguage: 'never' }, dek],
  [{ showsLanguage: 'always' }, { ...label, ...dek }],
  [{ hasDek: false }, label],
  [{ hasByline: true }, { ...label, byline: 'Mara Linn', ...dek }],
  [{ hasSourceCredit: true }, { ...label, sourceCredit: 'Metro Wire', ...dek }],
])('with the style %j a clip that shows only its language is printed with %j', (style, printed) => {
  const { sections } = assembleManuscript(issue, [clip], { ...REPORT, ...style });
  expect(sections).toEqual([{ clips: [printed] }]);
});

test.each(SWITCHED_FIELDS)('prints the field %s only if the house style says so', (name) => {
  const printed = [true, false].map((isPrinted) => {
    const style = { ...REPORT, [switchOf(name)]: isPrinted };
    return assembleManuscript(issue, [{ ...clip, [name]: 'Of its own' }], style).sections[0]?.clips[0]?.[
      name
    ];
  });
  expect(printed).toEqual(['Of its own', undefined]);
});

test.each([
  ['2024-03-07', '2026-11-24', true, '2024-03-07 with its year'],
  ['2025-12-31', '2026-01-01', true, '2025-12-31 with its year'],
  ['2024-03-07', '2026-11-24', false, '2024-03-07'],
  ['2026-03-07', '2026-11-24', true, '2026-03-07'],
  ['2024-03-07', undefined, true, '2024-03-07'],
])('an article of %s in an issue of %s, with years %j, is printed with %s', (of, on, hasYear, printed) => {
  const style = { ...REPORT, showsDate: 'always' as const, hasYear };
  const [section] = assembleManuscript(issue, [{ ...clip, publishedOn: of }], style, on).sections;
  const { publishedOn = '', showsYear } = section?.clips[0] ?? {};
  expect(showsYear ? `${publishedOn} with its year` : publishedOn).toBe(printed);
});

const [url, archiveUrl, alternativeUrl] = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
test.each([
  [{}, { url, archiveUrl, alternativeUrl }],
  [{ isLinkDead: true as const }, { url: archiveUrl, alternativeUrl }],
])('a clip marked %j leads to %j', (marked, printed) => {
  const links = { address: url, archiveAddress: archiveUrl, alternativeAddress: alternativeUrl };
  const [section] = assembleManuscript(issue, [{ ...clip, ...links, ...marked }], REPORT).sections;
  const { languageLabel: _label, dek: _dek, ...leads } = section?.clips[0] ?? {};
  expect(leads).toEqual(printed);
});

test('in place of a dead link, the headline leads to the other source, or where it led', () => {
  const urlOf = (links: Partial<Clip>) =>
    assembleManuscript(issue, [{ ...clip, address: url, isLinkDead: true, ...links }], REPORT).sections[0]
      ?.clips[0]?.url;
  expect(urlOf({ alternativeAddress: alternativeUrl })).toBe(alternativeUrl);
  expect(urlOf({})).toBe(url);
});

test('an article of another year is the same object each time, also where it is grouped', () => {
  const grouped = ['a', 'b'].map((id) => ({ ...clip, id, groupId: 'g', showDate: true }));
  const assemble = () => assembleManuscript(issue, grouped, REPORT, '2027-01-02').sections[0]?.clips ?? [];
  expect(assemble()).toMatchObject([{ showsYear: true }, { showsYear: true, withPrevious: true }]);
  for (const [place, each] of assemble().entries()) expect(each).toBe(assemble()[place]);
});

test.each([
  [{ caption: 'A crane.', credit: 'Jane Doe' }, { caption: 'A crane. (Jane Doe)' }],
  [{ credit: 'Jane Doe' }, { caption: 'Jane Doe' }],
  [{ caption: 'A crane.' }, { caption: 'A crane.' }],
  [{ pictureId: 'p' }, { picture: 'cover.jpg' }],
])('prints of the cover %j: %j', (cover, printed) => {
  expect(assembleManuscript({ ...issue, cover }, [], REPORT).cover).toStrictEqual(printed);
});
