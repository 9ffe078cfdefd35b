import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { adaptToTarget } from '../../src/newsletter/target-tree';
import { TARGET_IDS, TARGETS, type Target } from '../../src/newsletter/targets';
import { printForTarget } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { listBlocksOf, readCommonMark, readGfm } from './printed-blocks';

/** What parsers of the original Markdown make of it is tested in site-parsers.test.ts. */
const READ_AS_GFM = TARGET_IDS.filter((id) => {
  const { format, dialect }: Target = TARGETS[id];
  return format === 'markdown' && dialect !== 'old';
});

test.each(READ_AS_GFM)('%s reads the Markdown of an issue as it was composed', (target) => {
  const issue = composeEveryFeature();
  const markdown = printForTarget(issue, target).replace(/^---\n[\s\S]*?\n---\n/u, '');
  expect(readGfm(markdown)).toEqual(listBlocksOf(adaptToTarget(issue, TARGETS[target])));
});

test('a note begins with the title and the subtitle as properties, whatever they contain', () => {
  const issue = composeIssue({ title: 'A: "b" \\ c', subtitle: '- # d', sections: [] }, REPORT);
  expect(printForTarget(issue, 'obsidian', { day: '2026-11-30' })).toBe(
    '---\ntitle: "A: \\"b\\" \\\\ c"\ndescription: "- # d"\ndate: 2026-11-30\n---\n\n',
  );
  expect(printForTarget(composeIssue({ sections: [], signOff: 'x' }, REPORT), 'obsidian')).toBe('x\n');
});

test.each([
  ['a ==b== c', 'a \\==b\\== c'],
  ['a ===b===', 'a \\=\\==b\\=\\=='],
  ['%%hidden%%', '\\%%hidden\\%%'],
  ['#tag and C# and #1 and #и', '\\#tag and C# and #1 and \\#и'],
  ['[[note]] ![[file]]', '\\[\\[note]] !\\[\\[file]]'],
  ['> [!warning] x', '> \\[!warning] x'],
])('a note shows %j as words', (words, printed) => {
  const markdown = printForTarget(composeIssue({ sections: [], signOff: words }, REPORT), 'obsidian');
  expect(markdown).toBe(`${printed}\n`);
  expect(readCommonMark(markdown)[0]?.text).toBe(words.replace('> ', ''));
});

test.each([
  ['`= this.file.name`', '`\u2060= this.file.name`'],
  ['`$= dv.current().file.name`', '`\u2060$= dv.current().file.name`'],
  ['`` = `x` ``', '`` \u2060= `x` ``'],
  ['`a = b`', '`a = b`'],
  ['```dataviewjs\ndv.list([])\n```', '```\ndv.list([])\n```'],
])('plugins of Obsidian run nothing of %j', (markdown, printed) => {
  const issue = composeIssue({ sections: [], signOff: markdown }, REPORT);
  expect(printForTarget(issue, 'obsidian')).toBe(`${printed}\n`);
});

test('a note has no line end within a paragraph but hard breaks, as it would show each', () => {
  const issue = composeIssue({ sections: [], signOff: 'one\ntwo\\\nthree' }, REPORT);
  for (const target of ['notion', 'obsidian'] as const)
    expect(printForTarget(issue, target)).toBe('one two\\\nthree\n');
});
