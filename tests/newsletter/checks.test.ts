import { describe, expect, test } from 'vitest';
import type { Clip } from '../../src/news/clip';
import { HOUSE_STYLES, REPORT, type HouseStyle } from '../../src/news/house-style';
import type { Issue } from '../../src/news/issue';
import { checkIssue, type Check } from '../../src/newsletter/checks';
import { TARGET_IDS, type TargetId } from '../../src/newsletter/targets';

const ISSUE: Issue = {
  id: 'issue',
  title: 'The Week',
  sections: [{ id: 'ports', title: 'Ports' }],
  createdAt: '2026-11-20T08:00:00.000Z',
  changedAt: '2026-11-20T08:00:00.000Z',
  revision: 1,
};

const PASSAGE =
  'The tariff would be one for all three ports, said three people who have read the draft of the decree.';

/** A clip with which nothing is wrong. */
function clip(id: string, changes: Partial<Clip> = {}): Clip {
  return {
    id,
    issueId: 'issue',
    sectionId: 'ports',
    address: `https://daily.example/${id}`,
    headline: 'Three ports agree',
    outlet: 'The Daily',
    publishedOn: '2026-11-18',
    showDate: true,
    showLanguage: false,
    quotes: [],
    comment: 'Striking.',
    rank: 'a0',
    clippedAt: '2026-11-20T08:00:00.000Z',
    changedAt: '2026-11-20T08:00:00.000Z',
    revision: 1,
    ...changes,
  };
}

function quotes(...passages: string[]): Pick<Clip, 'quotes'> {
  return { quotes: passages.map((markdown, place) => ({ id: String(place), markdown })) };
}

/** Takes fields out of a clip: absent is absent. */
function without(id: string, ...fields: (keyof Clip)[]): Clip {
  return Object.fromEntries(
    Object.entries(clip(id)).filter(([field]) => !fields.includes(field as keyof Clip)),
  ) as Clip;
}

const CLIPS: readonly (readonly [Check | undefined, string, Clip])[] = [
  [undefined, 'nothing wrong', clip('a')],
  ['noHeadline', 'no headline', without('a', 'headline')],
  ['headlineInCapitals', 'a headline in capitals', clip('a', { headline: 'THREE PORTS AGREE' })],
  [undefined, 'an abbreviation for a headline', clip('a', { headline: 'APEC 2026' })],
  [undefined, 'abbreviations in a Chinese headline', clip('a', { headline: '中国WTO与ASEAN、APEC' })],
  ['headlineInCapitals', 'a Russian headline in capitals', clip('a', { headline: 'ТРИ ПОРТА ДОГОВОРИЛИСЬ' })],
  [
    'unbalancedMarks',
    'a related headline with a mark left open',
    clip('a', { relatedHeadlines: ['Three “ports'] }),
  ],
  ['trackingAddress', 'an address of a service that counts', clip('a', { address: 'https://t.co/AbC12' })],
  [undefined, 'a Chinese headline', clip('a', { headline: '里海三港实行统一运价' })],
  ['noOutlet', 'no outlet', without('a', 'outlet')],
  ['noDate', 'no date where it is shown', without('a', 'publishedOn')],
  [undefined, 'no date where none is shown', { ...without('a', 'publishedOn'), showDate: false }],
  ['noAddress', 'no address', without('a', 'address')],
  ['unsafeAddress', 'an address of no website', clip('a', { address: 'javascript:alert(1)' })],
  [
    'trackingAddress',
    'an address that tracks',
    clip('a', { address: 'https://daily.example/a?id=3&utm_source=x' }),
  ],
  [undefined, 'an address with a parameter', clip('a', { address: 'https://daily.example/a?id=3' })],
  ['unbalancedMarks', 'a mark that is left open', clip('a', { comment: 'They call it “one tariff.' })],
  ['unbalancedMarks', 'a mark that closes none', clip('a', quotes('one tariff”, he said.'))],
  [
    undefined,
    'a speech over paragraphs and passages',
    clip('a', quotes('“One “single” tariff.\n\n“And soon.', 'In March.”')),
  ],
  [
    undefined,
    'a note, which is of no article',
    { ...without('a', 'headline', 'outlet', 'address'), isNote: true },
  ],
  [
    'unbalancedMarks',
    'a note with a mark left open',
    clip('a', { isNote: true, comment: 'They call it “one.' }),
  ],
  [undefined, 'German marks', clip('a', { comment: 'Er nennt es „einen Tarif“.' })],
  [undefined, 'Chinese marks', clip('a', { headline: '《里海》与“一带一路”' })],
];

describe('before an issue is sent, a clip with', () => {
  test.each(CLIPS.map(([check, what, given]) => [what, check ?? 'nothing', given] as const))(
    '%s: %s is found',
    (_, check, given) => {
      expect(checkIssue(ISSUE, [given])).toEqual(check === 'nothing' ? [] : [{ check, clipId: 'a' }]);
    },
  );
});

describe('before an issue is sent, it is found', () => {
  test('that it has no title, and a section no clip', () => {
    const { title, ...untitled } = ISSUE;
    expect(title).toBeDefined();
    expect(checkIssue(untitled, [])).toEqual([
      { check: 'noTitle' },
      { check: 'emptySection', sectionId: 'ports' },
    ]);
  });

  test('that a clip is in no section', () => {
    const clips = [clip('a'), without('b', 'sectionId')];
    expect(checkIssue(ISSUE, clips)).toEqual([{ check: 'unsorted', clipId: 'b' }]);
  });

  test('that an article is there twice, under two forms of its address', () => {
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
      { check: 'sameQuote', clipId: 'b' },
      { check: 'sameQuote', clipId: 'd' },
    ]);
  });

  test.each([
    ['The tariff would be one for all three ports.', 'A tariff would be one for all three ports!'],
    ['三港将自三月起实行统一运价。', '“三港将自三月起实行统一运价”'],
    ['三港将自三月起实行统一运价，为期一年。', '三港将从三月起实行统一运价，为期一年。'],
    ['Тариф станет единым с марта.', 'Тариф станет единым с апреля.'],
    ['The tariff would be one for all.', PASSAGE],
  ])('that nearly the same words are quoted twice, be they few: %s', (one, other) => {
    const clips = [clip('a', quotes(one)), clip('b', quotes(other))];
    expect(checkIssue(ISSUE, clips)).toEqual([{ check: 'sameQuote', clipId: 'b' }]);
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
      { check: 'sameQuote', clipId: 'a' },
    ]);
  });

  test('that a comment is missing where most clips of the section have one', () => {
    const [one, two] = [clip('a'), clip('b')];
    expect(checkIssue(ISSUE, [one, two, without('c', 'comment')])).toEqual([
      { check: 'noComment', clipId: 'c' },
    ]);
    expect(checkIssue(ISSUE, [one, without('c', 'comment')])).toEqual([]);
  });

  test('that more words of an article are quoted than the analyst wants, in all its clips', () => {
    const clips = [
      clip('a', quotes('One two three.')),
      clip('b', { ...quotes('Four five.', 'Six.'), address: 'https://m.daily.example/a/' }),
      clip('c', quotes('三港将实行')),
    ];
    const overQuoted = (mostQuotedWords: number) =>
      checkIssue(ISSUE, clips, { style: REPORT, target: 'markdown', mostQuotedWords }).filter(
        ({ check }) => check === 'overQuoted',
      );
    expect(overQuoted(6)).toEqual([]);
    expect(overQuoted(5)).toEqual([{ check: 'overQuoted', clipId: 'a', words: 6 }]);
    expect(overQuoted(4)).toContainEqual({ check: 'overQuoted', clipId: 'c', words: 5 });
  });

  test('that a title, a caption or a section leaves a quotation mark open', () => {
    const sections = [{ id: 'ports', title: 'Ports”' }];
    const issue = { ...ISSUE, title: 'The “Week', subtitle: '« So', cover: { caption: '「So' }, sections };
    expect(checkIssue(issue, [clip('a')])).toEqual([
      { check: 'unbalancedMarks', part: 'title' },
      { check: 'unbalancedMarks', part: 'subtitle' },
      { check: 'unbalancedMarks', part: 'cover' },
      { check: 'unbalancedMarks', sectionId: 'ports' },
    ]);
  });

  test('that introduction and sign-off leave a quotation mark open', () => {
    expect(checkIssue({ ...ISSUE, introduction: 'A “week.', signOff: '„So.' }, [clip('a')])).toEqual([
      { check: 'unbalancedMarks', part: 'introduction' },
      { check: 'unbalancedMarks', part: 'signOff' },
    ]);
  });
});

describe('before an issue is sent, of what the house style does not print', () => {
  const checksIn = (changes: Partial<HouseStyle>, ...clips: Clip[]) =>
    checkIssue(ISSUE, clips, {
      style: { ...REPORT, ...changes },
      target: 'markdown',
      mostQuotedWords: 2,
    }).map(({ check }) => check);

  test('nothing is said: a date, a dek, the original or the translation of a quote', () => {
    const undated = without('a', 'publishedOn');
    expect(checksIn({ showsDate: 'never' }, undated)).toEqual([]);
    expect(checksIn({ showsDate: 'always' }, { ...undated, showDate: false })).toEqual(['noDate']);
    expect(checksIn({ hasDek: false }, clip('a', { dek: 'They call it “one' }))).toEqual([]);
    const translated = [{ id: 'q', markdown: '“一', translation: '“One”' }];
    expect(checksIn({ quotesIn: 'translation' }, clip('a', { quotes: translated }))).toEqual([]);
    expect(checksIn({ quotesIn: 'both' }, clip('a', { quotes: translated }))).toEqual(['unbalancedMarks']);
  });

  test('nothing is said of quotes and comments, where an item is one line', () => {
    const [one, two] = [
      clip('a', quotes(PASSAGE)),
      clip('b', { ...quotes(PASSAGE), comment: 'They call it “one' }),
    ];
    expect(checksIn({ itemForm: 'line' }, one, two, without('c', 'comment'))).toEqual([]);
    expect(checksIn({}, one, two, without('c', 'comment'))).toHaveLength(5);
  });
});

const TABLE = 'So:\n\n| a | b |\n|---|---|\n| 1 | 2 |';

describe('what the target changes is found:', () => {
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
      { substack: 'loneAddress', ghost: 'loneAddress', beehiiv: 'loneAddress' },
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

  test('a list in a quote only where quotes are set as blockquotes, and no text where none is printed', () => {
    const given = clip('a', { ...quotes('* one'), comment: TABLE });
    expect(checksFor('ghost', given, ISSUE, { ...REPORT, quoteForm: 'marks' })).toEqual([]);
    expect(checksFor('substack', given, ISSUE, HOUSE_STYLES.links)).toEqual([]);
  });

  test('the cover’s picture, wherever files are not read', () => {
    const issue = { ...ISSUE, cover: { pictureId: 'picture' }, introduction: TABLE };
    expect(checksFor('markdown', clip('a'), issue)).toEqual([]);
    expect(checksFor('ghost', clip('a'), issue)).toEqual(['pictureByHand']);
    expect(checksFor('email', clip('a'), issue)).toEqual(['tableAsLines', 'pictureByHand']);
  });
});
