import { describe, expect, test, vi } from 'vitest';
import type { Clip } from '../../../src/news/clip';
import { REPORT, type HouseStyle } from '../../../src/news/house-style';
import { checkInSteps, checkIssue, type Check } from '../../../src/newsletter/checks/checks';
import { clip, ISSUE, PASSAGE, quotes, without } from '../checked-issue';

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
  ['deadLink', 'a dead link and no other', clip('a', { isLinkDead: true })],
  [
    undefined,
    'a dead link and a copy in an archive',
    clip('a', { isLinkDead: true, archiveAddress: 'https://b.example/' }),
  ],
  ['hostOutlet', 'a host name for its outlet', clip('a', { outlet: 'daily.example' })],
  [undefined, 'an outlet that is named like its host', clip('a', { outlet: 'Daily.example' })],
  [
    'trackingAddress',
    'an address that tracks',
    clip('a', { address: 'https://daily.example/a?id=3&utm_source=x' }),
  ],
  [undefined, 'an address with a parameter', clip('a', { address: 'https://daily.example/a?id=3' })],
  [undefined, 'a thread of a forum', clip('a', { address: 'https://bbs.example/f.php?mod=view&tid=7' })],
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
    '%s: %s is reported',
    (_, check, given) => {
      expect(checkIssue(ISSUE, [given])).toEqual(check === 'nothing' ? [] : [{ check, clipId: 'a' }]);
    },
  );
});

describe('before an issue is sent, the checks report', () => {
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

  test('that an issue has the title of the one before, unless all have it', () => {
    const checksAfter = (...earlierTitles: (string | undefined)[]) =>
      checkIssue(ISSUE, [clip('a')], { style: REPORT, target: 'markdown', earlierTitles });
    expect(checksAfter('The Week')).toEqual([{ check: 'lastTitle', part: 'title' }]);
    expect(checksAfter('The Week', 'Harbours')).toEqual([{ check: 'lastTitle', part: 'title' }]);
    expect(checksAfter('The Week', 'The Week')).toEqual([]);
    expect(checksAfter('Harbours', 'The Week')).toEqual([]);
    expect(checksAfter()).toEqual([]);
  });

  test('that the cover has words, but no picture was chosen', () => {
    const withCover = (cover: object) => checkIssue({ ...ISSUE, cover }, [clip('a')]);
    expect(withCover({ caption: 'A crane.' })).toEqual([{ check: 'noPicture', part: 'cover' }]);
    expect(withCover({ caption: 'A crane.', pictureId: 'p' })).toEqual([]);
  });

  test('that a comment is missing where most clips of the section have one', () => {
    const [one, two] = [clip('a'), clip('b')];
    expect(checkIssue(ISSUE, [one, two, without('c', 'comment')])).toEqual([
      { check: 'noComment', clipId: 'c' },
    ]);
    expect(checkIssue(ISSUE, [one, without('c', 'comment')])).toEqual([]);
  });

  test('that more words of an article are quoted than the analyst wants, over all its clips', () => {
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

  test('in steps that each look at one article, so that a page can respond between them', () => {
    const clips = ['a', 'b', 'c'].map((id) => clip(id, quotes(`“${id}`)));
    const steps = checkInSteps(ISSUE, clips);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(count).toBeGreaterThanOrEqual(2 * clips.length);
    expect(step.value).toEqual(checkIssue(ISSUE, clips));
  });

  test('without counting the quoted words if there is no limit', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    const thai = () => [clip('a', quotes('การเจรจายังดำเนินต่อไป'))];
    checkIssue(ISSUE, thai());
    expect(segment).not.toHaveBeenCalled();
    checkIssue(ISSUE, thai(), { style: REPORT, target: 'markdown', mostQuotedWords: 1 });
    expect(segment).toHaveBeenCalled();
    segment.mockRestore();
  });

  test('that a title, a text of the cover or a section leaves a quotation mark open', () => {
    const sections = [{ id: 'ports', title: 'Ports”' }];
    const cover = { caption: '「So', credit: 'Photo: “Xinhua' };
    const issue = { ...ISSUE, title: 'The “Week', subtitle: '« So', cover, sections };
    expect(checkIssue(issue, [clip('a')])).toEqual([
      { check: 'unbalancedMarks', part: 'title' },
      { check: 'unbalancedMarks', part: 'subtitle' },
      { check: 'unbalancedMarks', part: 'caption' },
      { check: 'unbalancedMarks', part: 'credit' },
      { check: 'unbalancedMarks', sectionId: 'ports' },
      { check: 'noPicture', part: 'cover' },
    ]);
  });

  test('that introduction and sign-off leave a quotation mark open', () => {
    expect(checkIssue({ ...ISSUE, introduction: 'A “week.', signOff: '„So.' }, [clip('a')])).toEqual([
      { check: 'unbalancedMarks', part: 'introduction' },
      { check: 'unbalancedMarks', part: 'signOff' },
    ]);
  });
});

describe('before an issue is sent, about what the house style does not print', () => {
  const checksIn = (changes: Partial<HouseStyle>, ...clips: Clip[]) =>
    checkIssue(ISSUE, clips, {
      style: { ...REPORT, ...changes },
      target: 'markdown',
      mostQuotedWords: 2,
    }).map(({ check }) => check);

  test('nothing is reported: a date, a dek, the original or the translation of a quote', () => {
    const undated = without('a', 'publishedOn');
    expect(checksIn({ showsDate: 'never' }, undated)).toEqual([]);
    expect(checksIn({ showsDate: 'always' }, { ...undated, showDate: false })).toEqual(['noDate']);
    expect(checksIn({ hasDek: false }, clip('a', { dek: 'They call it “one' }))).toEqual([]);
    const translated = [{ id: 'q', markdown: '“一', translation: '“One”' }];
    expect(checksIn({ quotesIn: 'translation' }, clip('a', { quotes: translated }))).toEqual([]);
    expect(checksIn({ quotesIn: 'both' }, clip('a', { quotes: translated }))).toEqual(['unbalancedMarks']);
  });

  test('nothing is reported about quotes and comments if an item is one line', () => {
    const [one, two] = [
      clip('a', quotes(PASSAGE)),
      clip('b', { ...quotes(PASSAGE), comment: 'They call it “one' }),
    ];
    expect(checksIn({ itemForm: 'line' }, one, two, without('c', 'comment'))).toEqual([]);
    expect(checksIn({}, one, two, without('c', 'comment'))).toHaveLength(5);
  });
});
