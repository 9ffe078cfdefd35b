import fc from 'fast-check';
import { generateNKeysBetween } from 'fractional-indexing';
import { ARTICLE_TEXT_FIELDS, valueForEach } from '../../src/news/article-fields';
import type { ClipContent } from '../../src/news/clip';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { FIRST_NEWSLETTER, FURTHER_NEWSLETTER } from '../../src/news/newsletter';
import type { Content } from './backup-content';
import { makeWholeEdition } from './whole-edition';

/** Whatever somebody may have typed or a page may say, control characters and all. */
const text = fc.string({ unit: 'binary', maxLength: 30 });
const absentOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const ranks = generateNKeysBetween(null, null, 9);
const rank = fc.constantFrom(...ranks);
/** Few, so that two contents have some in common. */
const id = (kind: string) => fc.integer({ min: 1, max: 4 }).map((number) => `${kind}${number}`);
const instant = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2026-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const quote = fc.record(
  { id: fc.uuid(), markdown: text, speaker: text, translation: text },
  { requiredKeys: ['id', 'markdown'] },
);

const content: fc.Arbitrary<ClipContent> = fc.record(
  {
    ...valueForEach(ARTICLE_TEXT_FIELDS, () => text),
    address: fc.webUrl(),
    relatedHeadlines: fc.array(text, { maxLength: 2 }),
    archiveAddress: fc.webUrl(),
    alternativeAddress: text,
    isLinkDead: fc.constant(true),
    publishedAt: instant,
    language: fc.constantFrom('en', 'zh-Hans', 'ar'),
    showDate: fc.boolean(),
    showLanguage: fc.boolean(),
    quotes: fc.array(quote, { maxLength: 3 }),
    quotesIn: fc.constantFrom('original', 'translation', 'both'),
    comment: text,
    isNote: fc.constant(true),
    sectionId: id('section'),
  },
  { requiredKeys: ['showDate', 'showLanguage', 'quotes'] },
);

const written = fc.record({
  id: id('clip'),
  issueId: id('issue'),
  rank,
  clippedAt: instant,
  changedAt: instant,
  revision: fc.nat(99),
});

const clip = fc
  .tuple(content, written, absentOr(instant), absentOr(text), absentOr(id('group')))
  .map(([what, record, binnedAt, value, groupId]) => ({
    ...what,
    ...record,
    ...(binnedAt !== undefined && { binnedAt }),
    ...(value !== undefined && { articleKey: value }),
    ...(groupId !== undefined && { groupId }),
  }));

const issue = fc.record(
  {
    id: id('issue'),
    newsletterId: id(FURTHER_NEWSLETTER),
    title: text,
    introduction: text,
    signOff: text,
    cover: fc.record({ pictureId: id('picture'), caption: text }),
    sections: fc.uniqueArray(fc.record({ id: id('section'), title: text }), { selector: (one) => one.id }),
    period: fc.record({ from: fc.constant('2023-02-20') }),
    publication: fc.record(
      { on: fc.constant('2023-02-23'), address: text, editionId: id('edition') },
      { requiredKeys: ['on'] },
    ),
    corrections: fc.uniqueArray(fc.record({ at: instant, editionId: id('edition') }), {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.editionId,
    }),
    isBeingCorrected: fc.constant(true as const),
    createdAt: instant,
    changedAt: instant,
    revision: fc.nat(99),
  },
  { requiredKeys: ['id', 'sections', 'createdAt', 'changedAt', 'revision'] },
);

const draft = fc.record({ key: id('draft'), content, touched: fc.array(text), changedAt: instant });

const preferences = fc.record(
  {
    houseStyle: fc.constantFrom(...Object.values(HOUSE_STYLES)),
    standingSections: fc.array(text),
    outletNames: fc.dictionary(fc.domain(), text),
    title: text,
    target: text,
    mostQuotedWords: fc.nat().map((words) => words + 1),
    lastSection: text,
    keepsPopupOpen: fc.boolean(),
  },
  { requiredKeys: ['houseStyle', 'standingSections', 'outletNames'] },
);

const newsletter = fc.oneof(
  fc.record({ id: fc.constant(FIRST_NEWSLETTER), currentIssueId: id('issue') }, { requiredKeys: ['id'] }),
  fc.record(
    {
      id: id(FURTHER_NEWSLETTER),
      currentIssueId: id('issue'),
      createdAt: instant,
      settings: preferences,
      isRemoved: fc.constant(true as const),
    },
    { requiredKeys: ['id', 'settings'] },
  ),
);

const edition = fc.constantFrom(
  ...(await Promise.all(
    ['first', 'second', 'third'].map((words) =>
      makeWholeEdition(
        { issueId: 'issue1', clipIds: ['clip1', 'clip2'], leftOutIds: ['clip3'] },
        { printed: { md: words } },
      ),
    ),
  )),
);

const leadPicture = fc.record(
  {
    address: fc.webUrl().map((address) => new URL(address).href),
    alternative: text,
    caption: text,
    credit: text,
  },
  { requiredKeys: ['address'] },
);

const snapshot = fc.record(
  {
    clipId: id('clip'),
    markdown: fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
    isTextCut: fc.constant(true as const),
    leadPicture,
    savedAt: instant,
  },
  { requiredKeys: ['clipId', 'markdown', 'savedAt'] },
);

const picture = fc.record({
  id: id('picture'),
  data: fc.uint8Array().map((bytes) => new Blob([new Uint8Array(bytes)], { type: 'image/png' })),
});

const previousVersion = fc.record({ clipId: id('clip'), clip, revision: fc.nat(99) });

const recordsOf = <Kept>(record: fc.Arbitrary<Kept>, keyOf: (record: Kept) => string) =>
  fc
    .uniqueArray(record, { selector: keyOf, maxLength: 4 })
    .map((records) => records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));

/** A whole database, its stores in the order of their keys. */
export const anyContent: fc.Arbitrary<Required<Content>> = fc.record({
  clips: recordsOf(clip, (one) => one.id),
  issues: recordsOf(issue, (one) => one.id),
  drafts: recordsOf(draft, (one) => one.key),
  preferences: preferences.map((record) => [record]),
  newsletters: recordsOf(newsletter, (one) => one.id),
  editions: recordsOf(edition, (one) => one.id),
  snapshots: recordsOf(snapshot, (one) => one.clipId),
  pictures: recordsOf(picture, (one) => one.id),
  formers: recordsOf(previousVersion, (one) => one.clipId),
});
