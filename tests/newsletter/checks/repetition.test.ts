import { describe, expect, test } from 'vitest';
import { checkIssue } from '../../../src/newsletter/checks/checks';
import { clip, ISSUE, PASSAGE, quotes } from '../checked-issue';

describe('before an issue is sent, the checks report', () => {
  test('that an article is there twice, with two forms of its address', () => {
    const clips = [clip('a'), clip('b', { address: 'https://m.daily.example/a/' })];
    expect(checkIssue(ISSUE, clips)).toEqual([{ check: 'sameArticle', clipId: 'b' }]);
  });

  test('that nearly the same words are quoted twice, in English and in Chinese', () => {
    const chinese = '里海三港将自三月起实行统一运价，为期一年，届时各港口的收费标准将完全一致。';
    const clips = [
      clip('a', quotes(PASSAGE)),
      clip('b', quotes(`As a wire had it: “${PASSAGE.replace('said', '— said')}”`)),
      clip('c', quotes(chinese)),
      clip('d', quotes(chinese.replace('完全', ''))),
      clip('e', quotes('The tariff would be another matter, and no one has read it.')),
    ];
    expect(checkIssue(ISSUE, clips)).toEqual([
      { check: 'sameQuote', clipId: 'b', quoteId: '0' },
      { check: 'sameQuote', clipId: 'd', quoteId: '0' },
    ]);
  });

  test.each([
    ['The tariff would be one for all three ports.', 'A tariff would be one for all three ports!'],
    ['三港将自三月起实行统一运价。', '“三港将自三月起实行统一运价”'],
    ['三港将自三月起实行统一运价，为期一年。', '三港将从三月起实行统一运价，为期一年。'],
    ['Тариф станет единым с марта.', 'Тариф станет единым с апреля.'],
    ['The tariff would be one for all.', PASSAGE],
  ])('that nearly the same words are quoted twice, even if few: %s', (one, other) => {
    const clips = [clip('a', quotes(one)), clip('b', quotes(other))];
    expect(checkIssue(ISSUE, clips)).toEqual([{ check: 'sameQuote', clipId: 'b', quoteId: '0' }]);
  });

  test.each([
    [
      'Foreign Ministry spokesperson Wang Wenbin said on Monday that the tariff of the three ports is a matter for them alone, and for no one else.',
      'Foreign Ministry spokesperson Wang Wenbin said on Monday that no one knows where the ships of the line have gone.',
    ],
    [
      '外交部发言人汪文斌表示，三港运价是各国自己的事，他国不应插手。',
      '外交部发言人汪文斌表示，中方欢迎三港自三月起实行的新办法，并愿同各方继续协调。',
    ],
    ['Yes, we will.', 'Yes, we will.'],
    ['The two sides agreed to continue.', 'The two sides believe that peace should be maintained.'],
  ])('but not that two quotes begin alike: %s', (one, other) => {
    expect(checkIssue(ISSUE, [clip('a', quotes(one)), clip('b', quotes(other))])).toEqual([]);
  });

  test('that a clip quotes the same words twice', () => {
    expect(checkIssue(ISSUE, [clip('a', quotes(PASSAGE, 'Between.', PASSAGE))])).toEqual([
      { check: 'sameQuote', clipId: 'a', quoteId: '2' },
    ]);
  });
});
