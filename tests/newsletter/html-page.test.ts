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
