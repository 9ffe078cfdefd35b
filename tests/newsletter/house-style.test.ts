import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SWITCHED_FIELDS, switchOf } from '../../src/news/article-fields';
import { REPORT, type HouseStyle } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import type { Manuscript } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';
import { composeEveryFeature, EVERY_FEATURE } from './every-feature';
import { readCommonMark, readHtml } from './printed-blocks';

const ISSUE: Manuscript = {
  sections: [
    {
      title: 'Ports',
      clips: [
        {
          url: 'https://a.example/1',
          headline: 'One tariff',
          outlet: 'Courier',
          publishedOn: '2026-11-18',
          quotes: ['It is one.', 'In March.'],
          comment: 'At last.',
        },
        { headline: 'Labelled', outlet: 'Herald', publishedOn: '2026-11-18', languageLabel: 'Greek' },
        { headline: 'Older', outlet: 'Herald', publishedOn: '2024-03-07', showsYear: true },
        {
          headline: 'Moved',
          outlet: 'Herald',
          archiveUrl: 'https://b.example/a',
          alternativeUrl: 'https://c.example/',
        },
        { headline: 'Reprint', outlet: 'Herald', sourceCredit: 'Metro Wire' },
        { headline: 'Again', quotes: [{ speaker: 'Linn', original: 'Late.' }] },
        { headline: 'Grouped', quotes: ['So am I.'], withPrevious: true },
      ],
    },
  ],
};

const REPORT_LINE = '[One tariff](https://a.example/1) – Courier \\[Nov 18th]';

const SETTINGS: readonly (readonly [Partial<HouseStyle>, string])[] = [
  [{ hasContents: true }, 'Table of Contents:\n\n1) Ports\n\n## 1) Ports'],
  [{ contentsTitle: 'In this issue' }, 'In this issue\n\n1) Ports'],
  [{ numbering: 'period' }, '1. Ports\n\n## 1. Ports'],
  [{ numbering: 'none' }, '* Ports\n\n## Ports'],
  [
    { headlineForm: 'heading' },
    '### [One tariff](https://a.example/1)\n\nCourier \\[Nov 18th]\n\n> It is one.',
  ],
  [{ linked: 'outlet' }, 'One tariff – [Courier](https://a.example/1) \\[Nov 18th]'],
  [{ headingOrder: 'headline outlet date language' }, 'Labelled – Herald \\[Nov 18th] \\[Greek]\n'],
  [{ headingOrder: 'headline outlet language date' }, 'Labelled – Herald \\[Greek] \\[Nov 18th]\n'],
  [
    { headingOrder: 'outlet headline date language', outletMark: ': ' },
    'Herald: Labelled \\[Nov 18th] \\[Greek]\n',
  ],
  [{ headingOrder: 'outlet headline language date' }, 'Herald – Labelled \\[Greek] \\[Nov 18th]\n'],
  [{ headingOrder: 'date headline outlet language' }, '\\[Nov 18th] Labelled – Herald \\[Greek]\n'],
  [{ headingOrder: 'date outlet headline language' }, '\\[Nov 18th] Herald – Labelled \\[Greek]\n'],
  [
    { headingOrder: 'date headline outlet language', headlineForm: 'heading' },
    '\\[Nov 18th] Herald \\[Greek]\n',
  ],
  [{ labelForm: 'brackets' }, 'Labelled – Herald \\[Nov 18th] \\[Greek]\n'],
  [{ labelForm: 'parentheses' }, 'Labelled – Herald (Nov 18th, Greek)\n'],
  [{ labelForm: 'commas' }, 'Labelled – Herald, Nov 18th, Greek\n'],
  [
    { labelForm: 'parentheses', headingOrder: 'date headline outlet language' },
    '(Nov 18th) Labelled – Herald (Greek)\n',
  ],
  [
    { labelForm: 'commas', headingOrder: 'date headline outlet language' },
    'Nov 18th, Labelled – Herald, Greek\n',
  ],
  [{}, 'Moved – Herald \\[[Archive](https://b.example/a)] \\[[Alternative source](https://c.example/)]\n'],
  [{ labelForm: 'brackets', language: 'zh-Hans' }, 'Labelled – Herald［11月18日］［Greek］\n'],
  [{ labelForm: 'parentheses', language: 'zh-Hans' }, 'Labelled – Herald（11月18日，Greek）\n'],
  [{ labelForm: 'commas', language: 'zh-Hans' }, 'Labelled – Herald，11月18日，Greek\n'],
  [
    { headingOrder: 'date headline outlet language', language: 'zh-Hans' },
    '［11月18日］Labelled – Herald［Greek］\n',
  ],
  [{ archiveLabel: 'Copy', alternativeLabel: '' }, 'Moved – Herald \\[[Copy](https://b.example/a)]\n'],
  [{ labelForm: 'commas', archiveLabel: '' }, 'Moved – Herald, [Alternative source](https://c.example/)\n'],
  [
    { labelForm: 'parentheses', headlineForm: 'heading' },
    '### Moved\n\nHerald ([Archive](https://b.example/a), [Alternative source](https://c.example/))\n',
  ],
  [{ outletMark: '' }, '[One tariff](https://a.example/1) Courier \\[Nov 18th]'],
  [{ outletMark: ', ' }, '[One tariff](https://a.example/1), Courier \\[Nov 18th]'],
  [{ creditMark: '/' }, 'Reprint – Metro Wire / Herald\n'],
  [{ creditMark: '' }, 'Reprint – Metro Wire Herald\n'],
  [{ outletFace: 'italic' }, '[One tariff](https://a.example/1) – *Courier* \\[Nov 18th]'],
  [{ dateForm: 'long' }, 'Courier \\[18 November 2026]'],
  [{ dateForm: 'iso' }, 'Courier \\[2026-11-18]'],
  [{ dateForm: 'short', language: 'zh-Hans' }, 'Courier［11月18日］'],
  [{ dateForm: 'short' }, 'Older – Herald \\[Mar 7th, 2024]'],
  [{ dateForm: 'short', language: 'ru' }, 'Older – Herald \\[7 мар. 2024 г.]'],
  [{ dateForm: 'short', language: 'zh-Hans' }, 'Older – Herald［2024年3月7日］'],
  [{ dateForm: 'long' }, 'Older – Herald \\[7 March 2024]'],
  [{ dateForm: 'iso' }, 'Older – Herald \\[2024-03-07]'],
  [
    { quoteForm: 'blockquote' },
    `${REPORT_LINE}\n\n> It is one.\n>\n> …\n>\n> In March.\n\nComment: At last.`,
  ],
  [{ quoteForm: 'marks' }, `${REPORT_LINE}\n\n“It is one.”\n\n…\n\n“In March.”\n\nComment: At last.`],
  [{ quoteForm: 'plain' }, `${REPORT_LINE}\n\nIt is one.\n\n…\n\nIn March.\n\nComment: At last.`],
  [{ speakerForm: 'marks' }, '> Linn: “Late.”'],
  [{ quoteForm: 'marks', language: 'ru' }, '«It is one.»\n\n…\n\n«In March.»'],
  [{ speakerForm: 'marks', language: 'ru' }, '> Linn: «Late.»'],
  [{ speakerForm: 'marks', language: 'zh-Hans' }, '> Linn: “Late.”'],
  [{ speakerForm: 'plain' }, '> Linn: Late.'],
  [{ speakerForm: 'line' }, '> Linn:\n>\n> Late.'],
  [{ speakerFace: 'bold' }, '> **Linn:** “Late.”'],
  [{ gapMark: '[…]' }, '> It is one.\n>\n> \\[…]\n>\n> In March.'],
  [{ commentLabel: 'JW:' }, '> In March.\n\nJW: At last.'],
  [{ commentLabel: '评论：' }, '> In March.\n\n评论：At last.'],
  [{ commentLabel: '' }, '> In March.\n\nAt last.'],
  [{ commentLabelFace: 'bold' }, '**Comment:** At last.'],
  [{ commentLabelFace: 'italic' }, '*Comment:* At last.'],
  [{ groupForm: 'each' }, 'Again\n\n> Linn: “Late.”\n\nGrouped\n\n> So am I.\n'],
  [{ groupForm: 'headlines' }, 'Again\n\nGrouped\n\n> Linn: “Late.”\n\n> So am I.\n'],
  [{ itemForm: 'line' }, `## 1) Ports\n\n* ${REPORT_LINE}\n`],
];

/** Which parts of a clip are printed is tested in tests/news/assemble-manuscript.test.ts, where the title is, in title-place.test.ts. */
const TESTED_ELSEWHERE = [
  'showsDate',
  'hasYear',
  'showsLanguage',
  ...SWITCHED_FIELDS.map(switchOf),
  'quotesIn',
  'severalLanguages',
  'titlePlace',
];

test.each(SWITCHED_FIELDS)('docs/issue-format.md says what the field %s of an issue file is', (name) => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/issue-format.md'), 'utf8');
  const described = [...document.matchAll(/\*\*`(\w+)`\*\*/gu)].map(([, field]) => field);
  expect(described).toContain(name);
});

describe('the house style', () => {
  test('has a row for each setting', () => {
    const tried = new Set([...SETTINGS.flatMap(([setting]) => Object.keys(setting)), ...TESTED_ELSEWHERE]);
    expect([...tried].toSorted()).toEqual(Object.keys(REPORT).toSorted());
  });

  test.each(SETTINGS)('%j prints it like this', (setting, expected) => {
    expect(printMarkdown(composeIssue(ISSUE, { ...REPORT, ...setting }))).toContain(expected);
  });

  test.each(SWITCHED_FIELDS)('prints the field %s of a clip that has it (clip-tree.ts)', (name) => {
    const clip = { headline: 'One', outlet: 'Courier', [name]: 'Of its own' };
    expect(printMarkdown(composeIssue({ sections: [{ clips: [clip] }] }, REPORT))).toContain('Of its own');
  });

  test.each([
    ['Courier', 'Metro Wire via Courier'],
    ['Metro Wire', 'Metro Wire'],
    [undefined, 'Metro Wire'],
  ])('prints a text that %s reprints as %s', (outlet, expected) => {
    const clip = { headline: 'One', ...(outlet !== undefined && { outlet }), sourceCredit: 'Metro Wire' };
    const printed = printMarkdown(composeIssue({ sections: [{ title: 'Ports', clips: [clip] }] }, REPORT));
    expect(printed).toContain(`One – ${expected}\n`);
  });

  test('prints a clip without headline and outlet by its first words if an item is one line', () => {
    const quotes = [
      'At the **regular** briefing that day, a reporter asked what would change for the ports of call.',
    ];
    const clips = [
      { url: 'https://a.example/1', quotes },
      { url: 'https://a.example/2', quotes: ['晚了。'] },
    ];
    expect(printMarkdown(composeIssue({ sections: [{ clips }] }, HOUSE_STYLES.links))).toBe(
      '* [At the regular briefing that day, a reporter asked what would change…](https://a.example/1)\n' +
        '* [晚了。](https://a.example/2)\n',
    );
  });

  test('adds no quotation marks to a passage with its own, and none inside a list', () => {
    const quotes = ['“Ours.”', '* one\n* two'];
    const issue = { sections: [{ title: 'Ports', clips: [{ headline: 'One', quotes }] }] };
    const printed = printMarkdown(composeIssue(issue, { ...REPORT, quoteForm: 'marks' }));
    expect(printed).toContain('One\n\n“Ours.”\n\n…\n\n* one\n* two\n');
  });

  test.each([
    ['They say:\n\n* one\n* two', '“They say:\n\n* one\n* two”\n'],
    ['* one\n  * two\n\nThey say.', '* “one\n  * two\n\nThey say.”\n'],
    ['They say:\n\n```\nlet a;\n```', 'They say:\n\n```\nlet a;\n```\n'],
  ])('adds both quotation marks or none: %j', (quote, expected) => {
    const issue = { sections: [{ title: 'Ports', clips: [{ headline: 'One', quotes: [quote] }] }] };
    const printed = printMarkdown(composeIssue(issue, { ...REPORT, quoteForm: 'marks' }));
    expect(printed.endsWith(`One\n\n${expected}`)).toBe(true);
  });
});

describe.each(Object.entries(HOUSE_STYLES))('the issue with every feature in the style %s', (name, style) => {
  const issue = composeEveryFeature(style);

  test.each([
    ['markdown', 'md', printMarkdown],
    ['html', 'html', printHtml],
    ['text', 'txt', printText],
  ] as const)(
    'is unchanged (npm run -s draft -- tests/issues/every-feature.json --style ID --to %s)',
    (_, ending, print) => {
      const file = join(import.meta.dirname, `../issues/every-feature.${name}.${ending}`);
      expect(print(issue)).toBe(readFileSync(file, 'utf8'));
    },
  );

  test('reads the same from Markdown, by the reference parser, as from HTML', () => {
    const textsOf = (blocks: readonly { text: string }[]) =>
      blocks.map(({ text }) => text.replace(/~~/gu, '')).filter((text) => !/^\||^[\w|\s-]+\|/u.test(text));
    const withoutTables = (html: string) => html.replace(/<table>.*?<\/table>/gsu, '');
    expect(textsOf(readCommonMark(printMarkdown(issue)))).toEqual(
      textsOf(readHtml(withoutTables(printHtml(issue)))),
    );
  });

  test('has every address once', () => {
    const marks = readCommonMark(printMarkdown(issue)).flatMap((block) => block.marks);
    for (const { url } of EVERY_FEATURE.sections.flatMap((section) => section.clips))
      if (url !== undefined) expect(marks.filter((mark) => mark === `a ${url}`)).toHaveLength(1);
  });
});
