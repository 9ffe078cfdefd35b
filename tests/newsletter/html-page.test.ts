import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtmlPage } from '../../src/newsletter/to-html';

test.each([
  ['ar', '<html lang="ar" dir="rtl">'],
  ['he', '<html lang="he" dir="rtl">'],
  ['zh-Hans', '<html lang="zh-Hans">'],
])('a page in %s has the direction of its language', (language, start) => {
  const issue = composeIssue({ sections: [], signOff: 'التعرفة واحدة.' }, { ...REPORT, language });
  expect(printHtmlPage(issue, { title: 'A', language })).toContain(start);
});

test('outlet and date of an article that is read from right to left follow its direction', () => {
  const clips = [
    { headline: 'التعرفة واحدة', outlet: 'The Daily', publishedOn: '2026-11-18', quotes: ['التعرفة واحدة.'] },
    { headline: 'One tariff', outlet: 'التعرفة', publishedOn: '2026-11-18' },
  ];
  const style = { ...REPORT, headlineForm: 'heading' as const };
  const html = printHtmlPage(composeIssue({ sections: [{ title: 'Ports', clips }] }, style), {
    title: 'A',
    language: 'en',
  });
  expect(html).toContain('<p dir="rtl">The Daily [Nov 18th]</p>');
  expect(html).toContain('<blockquote dir="rtl">');
  expect(html).toContain('<p><bdi>التعرفة</bdi> [Nov 18th]</p>');
});
