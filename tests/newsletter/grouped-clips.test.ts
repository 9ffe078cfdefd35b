import { expect, it } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import type { Manuscript, ManuscriptClip } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';

const talks = {
  url: 'https://daily.example/talks',
  headline: 'Talks end',
  outlet: 'Daily',
  quotes: ['No figure.'],
  comment: 'The third round.',
};
const dues = {
  url: 'https://courier.example/dues',
  headline: 'Dues rise',
  outlet: 'Courier',
  quotes: ['By a tenth.'],
  withPrevious: true,
};
const rates = { url: 'https://daily.example/rates', headline: 'Rates fall' };
const issueOf = (...clips: ManuscriptClip[]): Manuscript => ({ sections: [{ title: 'Ports', clips }] });

it('prints each headline of a group with its link and its quotes, then the comments', () => {
  const tree = composeIssue(issueOf(talks, dues, rates), { ...REPORT, hasContents: false });
  expect(printMarkdown(tree)).toBe(`## 1) Ports

[Talks end](https://daily.example/talks) – Daily

> No figure.

[Dues rise](https://courier.example/dues) – Courier

> By a tenth.

Comment: The third round.

[Rates fall](https://daily.example/rates)
`);
});

it('prints the headlines of a group as lines of one entry, in a list of links', () => {
  const tree = composeIssue(issueOf(talks, dues, rates), HOUSE_STYLES.links);
  const html = printHtml(tree);
  expect(html.match(/<li>/gu)).toHaveLength(2);
  expect(html).toMatch(
    /<a href="https:\/\/daily.example\/talks">.*<br>\s*<a href="https:\/\/courier.example\/dues">/su,
  );
  expect(printText(tree)).toContain('Talks end');
});

it('prints a clip alone if nothing, or a note, is before it', () => {
  const alone = composeIssue(issueOf(dues), REPORT);
  const afterNote = composeIssue(issueOf({ note: 'Mine.' }, dues), REPORT);
  const { withPrevious: _, ...single } = dues;
  expect(alone).toStrictEqual(composeIssue(issueOf(single), REPORT));
  expect(afterNote).toStrictEqual(composeIssue(issueOf({ note: 'Mine.' }, single), REPORT));
});
