import type { Clip } from '../../news/clip';
import type { Issue } from '../../news/issue';
import { REPORT, type HouseStyle } from '../../news/house-style';
import { hasOddCharacters } from '../../news/text/odd-characters';
import { hasBalancedMarks } from './balanced-marks';
import { isTooCostly } from '../markdown/markdown-cost';
import { checkClip, type ClipCheck } from './clip-checks';
import type { CutWord } from './cut-words';
import { findForeignAddresses, findForeignAddressesIn, type ForeignAddress } from './foreign-addresses';
import { findOverQuoted } from './quoted-words';
import { findRepeatedQuotes, findSameArticles } from './repetition';
import { checkClipForTarget, checkTextForTarget, type TargetCheck } from './target-checks';
import { TARGETS, type Target, type TargetId } from '../targets';

/** What may be wrong with an issue. Each check is a hint, because the analyst may have intended it. */
export type Check =
  | ClipCheck
  | TargetCheck
  | ForeignAddress['check']
  | 'noTitle'
  | 'lastTitle'
  | 'noPicture'
  | 'emptySection'
  | 'unsorted'
  | 'sameArticle'
  | 'sameQuote'
  | 'cutQuote'
  | 'noComment'
  | 'overQuoted';

/** The parts of an issue that a check can refer to. */
export type CheckedPart = 'title' | 'subtitle' | 'introduction' | 'cover' | 'caption' | 'credit' | 'signOff';

/** The result of a check that found something, and its place. */
export interface Finding {
  check: Check;
  /** The place: a clip, a section, or a part of the issue. Without any of them: the issue's title. */
  clipId?: string;
  sectionId?: string;
  part?: CheckedPart;
  /** The quote that repeats another, or that cuts words. */
  quoteId?: string;
  /** The words that the quote cuts. */
  cutWords?: readonly CutWord[];
  /** How many words are quoted, if the check is about that. */
  words?: number;
  /** The address of the picture or link that was found. */
  address?: string;
}

/** The house style, the target, and the limit for quotes. */
export interface CheckedFor {
  style: HouseStyle;
  target: TargetId;
  /** The limit for one article. Absent: no limit. */
  mostQuotedWords?: number | undefined;
  /** The titles of the issues before, the latest first. */
  earlierTitles?: readonly (string | undefined)[];
  /** The words that quotes cut, as far as the saved texts of the articles contain them whole. */
  cutWords?: readonly CutWord[];
}

/** Checks an issue before it is sent. Returns the findings in the order of the issue; those about the issue itself come first. */
export function checkIssue(issue: Issue, clips: readonly Clip[], checkedFor?: CheckedFor): Finding[] {
  const steps = checkInSteps(issue, clips, checkedFor);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps, because a long text takes each of the checks some 10 ms. */
export function* checkInSteps(
  issue: Issue,
  clips: readonly Clip[],
  { style, target: targetId, mostQuotedWords, earlierTitles = [], cutWords = [] }: CheckedFor = {
    style: REPORT,
    target: 'markdown',
  },
): Generator<undefined, Finding[]> {
  const target: Target = TARGETS[targetId];
  const sections = new Map<string, Clip[]>(issue.sections.map(({ id }) => [id, []]));
  const unsorted: Clip[] = [];
  for (const clip of clips) (sections.get(clip.sectionId ?? '') ?? unsorted).push(clip);
  const inOrder = [...sections.values(), unsorted].flat();

  const found = new Map<Clip, Finding[]>();
  const note = (
    clip: Clip,
    check: Check,
    about: Pick<Finding, 'words' | 'address' | 'quoteId' | 'cutWords'> = {},
  ) => {
    const finding = { check, clipId: clip.id, ...about };
    found.set(clip, [...(found.get(clip) ?? []), finding]);
  };
  for (const clip of inOrder) {
    for (const check of checkOneClip(clip, style, target)) note(clip, check);
    yield;
  }
  for (const clip of unsorted) note(clip, 'unsorted');
  for (const clip of findSameArticles(inOrder)) note(clip, 'sameArticle');
  if (style.itemForm === 'full') {
    for (const clip of inOrder) {
      for (const { check, address } of findForeignAddressesIn(clip)) note(clip, check, { address });
      yield;
    }
    for (const { clip, quoteId } of findRepeatedQuotes(inOrder)) note(clip, 'sameQuote', { quoteId });
    for (const { clip, ...quote } of findCutQuotes(inOrder, cutWords)) note(clip, 'cutQuote', quote);
    yield;
    for (const clip of [...sections.values()].flatMap(findUncommented)) note(clip, 'noComment');
    if (mostQuotedWords !== undefined)
      for (const { clip, words } of findOverQuoted(inOrder, mostQuotedWords))
        note(clip, 'overQuoted', { words });
    yield;
  }
  return [
    ...(issue.title === undefined ? [{ check: 'noTitle' as const }] : []),
    ...(bearsLastTitle(issue, earlierTitles)
      ? [{ check: 'lastTitle' as const, part: 'title' as const }]
      : []),
    ...[...sections]
      .filter(([, { length }]) => length === 0)
      .map(([sectionId]) => ({ check: 'emptySection' as const, sectionId })),
    ...checkParts(issue, target),
    ...inOrder.flatMap((clip) => found.get(clip) ?? []),
  ];
}

/** Whether the title is that of the issue before, unless the issue before that has it, too: then all issues have one title. */
function bearsLastTitle({ title }: Issue, [last, before]: readonly (string | undefined)[]): boolean {
  return title !== undefined && title === last && title !== before;
}

/** Checks one clip by itself. The result is kept until the clip changes. */
function checkOneClip(clip: Clip, style: HouseStyle, target: Target): readonly Check[] {
  const known = checked.get(clip);
  if (known?.style === style && known.target === target) return known.checks;
  const checks = [...checkClip(clip, style), ...checkClipForTarget(clip, style, target)];
  checked.set(clip, { style, target, checks });
  return checks;
}

const checked = new WeakMap<Clip, { style: HouseStyle; target: Target; checks: readonly Check[] }>();

/** Checks the texts before and after the sections, and the section titles. */
function checkParts(issue: Issue, target: Target): Finding[] {
  const lines = [
    ...(['title', 'subtitle'] as const).map((part) => ({ text: issue[part], place: { part } })),
    ...(['caption', 'credit'] as const).map((part) => ({ text: issue.cover?.[part], place: { part } })),
    ...issue.sections.map(({ id, title }) => ({ text: title, place: { sectionId: id } })),
  ];
  const texts = (['introduction', 'signOff'] as const).map((part) => ({
    text: issue[part],
    place: { part },
  }));
  const isWithoutPicture = issue.cover !== undefined && issue.cover.pictureId === undefined;
  const isByHand = issue.cover?.pictureId !== undefined && target.pictures === 'byHand';
  return [
    ...[...lines, ...texts].flatMap(({ text = '', place }) => [
      ...(hasBalancedMarks(text) ? [] : [{ check: 'unbalancedMarks' as const, ...place }]),
      ...(hasOddCharacters(text) ? [{ check: 'oddCharacters' as const, ...place }] : []),
    ]),
    ...texts.flatMap(({ text = '', place }) =>
      isTooCostly(text) ? [{ check: 'tooManyMarks' as const, ...place }] : [],
    ),
    ...texts.flatMap(({ text = '', place }) =>
      checkTextForTarget(text, target).map((check) => ({ check, ...place })),
    ),
    ...texts.flatMap(({ text, place }) =>
      findForeignAddresses(text).map((found) => ({ ...found, ...place })),
    ),
    ...(isWithoutPicture ? [{ check: 'noPicture' as const, part: 'cover' as const }] : []),
    ...(isByHand ? [{ check: 'pictureByHand' as const, part: 'cover' as const }] : []),
  ];
}

/** Clips without a comment in a section in which most clips have one. */
function findUncommented(section: readonly Clip[]): Clip[] {
  const ofArticles = section.filter(({ isNote }) => !isNote);
  const without = ofArticles.filter(({ comment }) => comment === undefined);
  return without.length * 2 < ofArticles.length ? without : [];
}

/** The quotes that cut words, each with these words. */
function findCutQuotes(clips: readonly Clip[], cutWords: readonly CutWord[]) {
  if (cutWords.length === 0) return [];
  const ofQuotes = Map.groupBy(cutWords, ({ quoteId }) => quoteId);
  return clips.flatMap((clip) =>
    clip.quotes.flatMap(({ id: quoteId }) => {
      const words = ofQuotes.get(quoteId);
      return words === undefined ? [] : [{ clip, quoteId, cutWords: words }];
    }),
  );
}
