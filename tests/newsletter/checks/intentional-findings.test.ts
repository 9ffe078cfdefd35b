import { describe, expect, test } from 'vitest';
import type { Clip } from '../../../src/news/clip';
import type { Issue } from '../../../src/news/issue';
import { REPORT } from '../../../src/news/house-style';
import { checkIssue } from '../../../src/newsletter/checks/checks';
import { keyOfFinding, separateIntentional } from '../../../src/newsletter/checks/intentional-findings';
import { clip, ISSUE, quotes, without } from '../checked-issue';

const TARGET = 'substack';

function check(issue: Issue, clips: readonly Clip[]) {
  const findings = checkIssue(issue, clips, { style: REPORT, target: TARGET });
  const checked = { issue, clips, target: TARGET };
  const { open, intentional } = separateIntentional(findings, checked);
  const marked = { ...issue, meant: findings.map((finding) => keyOfFinding(finding, checked)) };
  return { marked, open: open.map((each) => each.check), intentional: intentional.map((each) => each.check) };
}

/** What is found again after the change of a clip whose findings were all intentional. */
function foundAfter(before: Clip, after: Clip): string[] {
  const { marked } = check(ISSUE, [before]);
  expect(check(marked, [before]).open).toEqual([]);
  return check(marked, [after]).open;
}

describe('what is intentional', () => {
  test.each<[string, Clip, Partial<Clip>]>([
    ['headlineInCapitals', clip('a', { headline: 'THREE PORTS AGREE' }), { headline: 'FOUR PORTS AGREE' }],
    [
      'trackingAddress',
      clip('a', { address: 'https://a.example/?utm_source=x' }),
      { address: 'https://a.example/?fbclid=y' },
    ],
    ['unbalancedMarks', clip('a', { comment: 'So “they say.' }), { comment: 'So “they said.' }],
    ['blocksInQuote', clip('a', quotes('* one')), quotes('* one\n* two')],
    [
      'foreignPicture',
      clip('a', { comment: '![](https://a.example/p.png)' }),
      { comment: '![](https://a.example/q.png)' },
    ],
  ])('is found again when what it is about has changed: %s', (name, before, change) => {
    expect(foundAfter(before, { ...before, ...change })).toEqual([name]);
  });

  test('stays so whatever else changes, or where the clip is moved', () => {
    const before = clip('a', { headline: 'THREE PORTS AGREE', outlet: 'A' });
    expect(foundAfter(before, { ...before, outlet: 'B', comment: 'Other words.', rank: 'z' })).toEqual([]);
    const bare = without('a', 'outlet');
    expect(foundAfter(bare, { ...bare, headline: 'Other' })).toEqual([]);
  });

  test('concerns one clip, and not another with the same', () => {
    const [one, other] = [
      clip('a', { headline: 'THREE PORTS AGREE' }),
      clip('b', { headline: 'THREE PORTS AGREE' }),
    ];
    const { marked } = check(ISSUE, [one]);
    expect(check(marked, [one, other])).toMatchObject({
      open: ['headlineInCapitals'],
      intentional: ['headlineInCapitals'],
    });
  });

  test('concerns what a target does only for that target', () => {
    const given = clip('a', quotes('* one'));
    const { marked } = check(ISSUE, [given]);
    const findings = checkIssue(marked, [given], { style: REPORT, target: 'ghost' });
    expect(
      separateIntentional(findings, { issue: marked, clips: [given], target: 'ghost' }).open,
    ).toHaveLength(1);
  });

  test('can be a text of the issue itself', () => {
    const issue = { ...ISSUE, introduction: 'So “it is.' };
    const { marked } = check(issue, []);
    expect(check(marked, []).open).toEqual([]);
    expect(check({ ...marked, introduction: 'So “it was.' }, []).open).toEqual(['unbalancedMarks']);
  });
});

test('a quote without headline and outlet is intentional: whoever clips a page has removed both', () => {
  const { headline, outlet, ...bare } = clip('a', quotes('Some words.'));
  expect(check(ISSUE, [bare]).open).toEqual([]);
  expect(check(ISSUE, [{ ...bare, outlet: 'The Daily' }]).open).toEqual(['noHeadline']);
  const { comment, ...empty } = { ...bare, quotes: [] };
  expect(check(ISSUE, [empty]).open).toEqual(['noHeadline', 'noOutlet', 'loneAddress']);
});
