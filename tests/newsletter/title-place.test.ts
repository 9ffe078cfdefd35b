import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printForTarget } from '../../src/newsletter/to-target';

const ISSUE = { title: 'The Week', subtitle: 'In one page', sections: [], signOff: 'Bye.' };

test.each([
  ['target', 'markdown', '# The Week\n\nIn one page\n\nBye.\n'],
  ['target', 'buttondown', 'In one page\n\nBye.\n'],
  ['text', 'buttondown', '# The Week\n\nIn one page\n\nBye.\n'],
  ['apart', 'markdown', 'Bye.\n'],
  ['apart', 'buttondown', 'Bye.\n'],
  ['apart', 'email', '<p>Bye.</p>\n'],
  [
    'text',
    'obsidian',
    '---\ntitle: "The Week"\ndescription: "In one page"\n---\n\n# The Week\n\nIn one page\n\nBye.\n',
  ],
  ['apart', 'obsidian', '---\ntitle: "The Week"\ndescription: "In one page"\n---\n\nBye.\n'],
] as const)(
  'a house style with title and subtitle in “%s” gives them for %s as it says',
  (titlePlace, target, printed) => {
    expect(printForTarget(composeIssue(ISSUE, { ...REPORT, titlePlace }), target)).toBe(printed);
  },
);
