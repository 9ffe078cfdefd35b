import { describe, expect, test } from 'vitest';
import type { Clip } from '../../../src/news/clip';
import { REPORT } from '../../../src/news/house-style';
import { HOUSE_STYLES } from '../../../src/news/house-styles';
import { checkIssue, type Check } from '../../../src/newsletter/checks/checks';
import { TARGET_IDS, type TargetId } from '../../../src/newsletter/targets';
import { clip, ISSUE, quotes, without } from '../checked-issue';

const TABLE = 'So:\n\n| a | b |\n|---|---|\n| 1 | 2 |';

describe('the checks report what the target changes:', () => {
  const checksFor = (target: TargetId, given: Clip, issue = ISSUE, style = REPORT) =>
    checkIssue(issue, [given], { style, target }).map(({ check }) => check);

  test.each<[string, Partial<Clip>, Partial<Record<TargetId, Check>>]>([
    [
      'a table',
      { comment: TABLE },
      {
        substack: 'tableAsLines',
        beehiiv: 'tableAsLines',
        mailchimp: 'tableAsLines',
        email: 'tableAsLines',
      },
    ],
    ['a list in a quote', quotes('* one\n* two'), { substack: 'blocksInQuote', ghost: 'blocksInQuote' }],
    [
      'a list in a comment’s quotation',
      { comment: 'He:\n\n> 1. one' },
      { substack: 'blocksInQuote', ghost: 'blocksInQuote' },
    ],
    ['code in a quote', quotes('```\nas typed\n```'), { substack: 'blocksInQuote', ghost: 'blocksInQuote' }],
    [
      'an address on a line of its own',
      { comment: 'See\n\n<https://a.example/b>\n\nfor more' },
      { substack: 'loneAddress', ghost: 'loneAddress', wordpress: 'loneAddress', beehiiv: 'loneAddress' },
    ],
    [
      'a list, an address and bars in running text',
      { comment: '* one\n\nSee https://a.example/b | so -- or so' },
      {},
    ],
    ['a list’s marks that are text', quotes('\\* one and 1\\. two'), {}],
  ])('%s', (_, changes, found) => {
    const given = clip('a', changes);
    for (const target of TARGET_IDS)
      expect(checksFor(target, given)).toEqual([found[target]].filter(Boolean));
  });

  test('an address that is all there is of a clip', () => {
    const bare = without('a', 'headline', 'outlet');
    expect(checksFor('substack', bare)).toContain('loneAddress');
    expect(checksFor('substack', { ...bare, ...quotes('Some words.') })).not.toContain('loneAddress');
  });

  test('a list in a quote only if quotes are printed as blockquotes, and no text that is not printed', () => {
    const given = clip('a', { ...quotes('* one'), comment: TABLE });
    expect(checksFor('ghost', given, ISSUE, { ...REPORT, quoteForm: 'marks' })).toEqual([]);
    expect(checksFor('substack', given, ISSUE, HOUSE_STYLES.links)).toEqual([]);
  });

  test('the cover’s picture, unless files are read', () => {
    const issue = { ...ISSUE, cover: { pictureId: 'picture' }, introduction: TABLE };
    expect(checksFor('markdown', clip('a'), issue)).toEqual([]);
    expect(checksFor('ghost', clip('a'), issue)).toEqual(['pictureByHand']);
    expect(checksFor('email', clip('a'), issue)).toEqual(['tableAsLines', 'pictureByHand']);
  });
});
