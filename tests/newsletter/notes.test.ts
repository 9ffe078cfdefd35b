import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';

const ISSUE = {
  sections: [
    {
      title: 'Ports',
      clips: [
        { headline: 'One', comment: 'First.' },
        { note: 'A word *between*.\n\n* and\n* more', headline: 'Not printed' },
        { headline: 'Two' },
        { headline: 'Three' },
        { note: '' },
      ],
    },
  ],
};

test('a note is printed between the clips as it was written, without a label', () => {
  expect(printMarkdown(composeIssue(ISSUE, { ...REPORT, hasContents: false }))).toBe(
    '## 1) Ports\n\nOne\n\nComment: First.\n\nA word *between*.\n\n* and\n* more\n\nTwo\n\nThree\n',
  );
});

test('in HTML and in plain text too', () => {
  const issue = composeIssue(ISSUE, REPORT);
  expect(printHtml(issue)).toContain('<p>A word <em>between</em>.</p>\n<ul>\n<li>and</li>');
  expect(printText(issue)).toContain('\nA word *between*.\n* and\n* more\nTwo\nThree\n');
});

test('between items of one line each it splits their list', () => {
  expect(printHtml(composeIssue(ISSUE, HOUSE_STYLES.links))).toBe(
    '<h2>Ports</h2>\n<ul>\n<li>One</li>\n</ul>\n<p>A word <em>between</em>.</p>\n<ul>\n<li>and</li>\n<li>more</li>\n</ul>\n' +
      '<ul>\n<li>Two</li>\n<li>Three</li>\n</ul>\n',
  );
});
