import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import type { ManuscriptQuote } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';

function compose(quotes: ManuscriptQuote[], language?: string, style = REPORT) {
  const clip = { headline: 'Head', quotes, ...(language !== undefined && { language }) };
  return composeIssue({ sections: [{ clips: [clip] }] }, style);
}

test.each<[ManuscriptQuote, string]>([
  [{ speaker: 'Linn', original: 'It is late.' }, 'Linn: “It is late.”'],
  [{ speaker: 'Linn:', original: '“It is late.”' }, 'Linn: “It is late.”'],
  [{ speaker: '林德', original: '「晚了。」' }, '林德：「晚了。」'],
  [{ speaker: 'Linn', original: '* late' }, 'Linn:\n* late'],
  [{ original: '晚了。', translation: 'It is late.' }, '晚了。\nIt is late.'],
  [{ speaker: 'Linn', translation: 'It is late.' }, 'Linn: “It is late.”'],
  [
    { speaker: 'Linn', original: '晚了。\n\n很晚。', translation: 'It is late.\n\nVery.' },
    'Linn: “晚了。\n很晚。”\n“It is late.\nVery.”',
  ],
])('%j is printed as this text', (quote, printed) => {
  expect(printText(compose([quote]))).toBe(`Head\n${printed}\n`);
});

test('a link keeps its address after the beginning of another one', () => {
  const quote = { original: 'See www\\.[bbc](https://a.example/).com' };
  expect(printMarkdown(compose([quote]))).toContain('See www\\.[bbc](https://a.example/).com');
});

test('a speaker without words is left out', () => {
  expect(printMarkdown(compose([{ speaker: 'Linn' }, { speaker: 'Linn', original: ' ' }]))).toBe('Head\n');
});

test('a speaker is text whatever the name contains, on one line', () => {
  const printed = printMarkdown(compose([{ speaker: '*Linn*\n# <b>', original: 'Late.' }]));
  expect(printed).toBe('Head\n\n> \\*Linn\\* # \\<b>: “Late.”\n');
});

test('HTML states the language of the quote and of its translation, and the direction of each', () => {
  const quote = { original: 'واحدة.\n\n* للجميع', translation: 'One for all.' };
  expect(printHtml(compose([quote], 'ar'))).toContain(
    '<blockquote dir="rtl">\n<p lang="ar">واحدة.</p>\n<ul lang="ar">\n<li>للجميع</li>\n</ul>\n' +
      '<p lang="en" dir="ltr">One for all.</p>\n</blockquote>',
  );
});

test('HTML states no language if it is that of the issue, unknown, or none', () => {
  for (const language of ['en-GB', undefined, '"><script>'])
    expect(printHtml(compose(['Late.'], language))).toContain('<blockquote>\n<p>Late.</p>');
});

test("the words of the article carry its address if nothing else can, not the speaker's name", () => {
  const clip = { url: 'https://a.example/1', quotes: [{ speaker: 'Linn', original: 'Late.' }] };
  const issue = composeIssue({ sections: [{ clips: [clip] }] }, HOUSE_STYLES.digest);
  expect(printMarkdown(issue)).toBe('> **Linn:** “[Late](https://a.example/1).”\n');
});
