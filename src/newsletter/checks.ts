import { isUnsorted, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { REPORT, type HouseStyle } from '../news/house-style';
import { hasBalancedMarks } from './balanced-marks';
import { checkClip, type ClipCheck } from './clip-checks';
import { findOverQuoted } from './quoted-words';
import { findRepeatedQuotes, findSameArticles } from './repetition';
import { checkClipForTarget, checkTextForTarget, type TargetCheck } from './target-checks';
import { TARGETS, type Target, type TargetId } from './targets';

/** What may be wrong with an issue before it is sent. Each is a hint: an issue may mean it so. */
export type Check =
  | ClipCheck
  | TargetCheck
  | 'noTitle'
  | 'emptySection'
  | 'unsorted'
  | 'sameArticle'
  | 'sameQuote'
  | 'noComment'
  | 'overQuoted';

/** The parts of an issue of which something may be said. */
export type CheckedPart = 'title' | 'subtitle' | 'introduction' | 'cover' | 'signOff';

/** A check that has found something, and where. */
export interface Finding {
  check: Check;
  /** Where it is: a clip, a section, or a part of the issue; none: the issue's title. */
  clipId?: string;
  sectionId?: string;
  part?: CheckedPart;
  /** How many words are quoted, where that is what was found. */
  words?: number;
}

/** How the issue is set, where it goes, and how much the analyst would quote. */
export interface CheckedFor {
  style: HouseStyle;
  target: TargetId;
  /** Of one article. Absent: any number. */
  mostQuotedWords?: number | undefined;
}

/** Looks an issue over before it is sent: findings in the order of the issue, those of the issue itself first. */
export function checkIssue(
  issue: Issue,
  clips: readonly Clip[],
  { style, target: targetId, mostQuotedWords }: CheckedFor = { style: REPORT, target: 'markdown' },
): Finding[] {
  const target: Target = TARGETS[targetId];
  const inOrder = [
    ...issue.sections.flatMap((section) => clips.filter((clip) => clip.sectionId === section.id)),
    ...clips.filter((clip) => isUnsorted(clip, issue)),
  ];
  const perClip = new Map<string, Check[]>(
    inOrder.map((clip) => [clip.id, [...checkClip(clip, style), ...checkClipForTarget(clip, style, target)]]),
  );
  const printsAll = style.itemForm === 'full';
  const overQuoted =
    mostQuotedWords === undefined || !printsAll ? [] : findOverQuoted(inOrder, mostQuotedWords);
  const note = (check: Check) => (clip: Clip) => perClip.get(clip.id)?.push(check);
  inOrder.filter((clip) => isUnsorted(clip, issue)).forEach(note('unsorted'));
  findSameArticles(inOrder).forEach(note('sameArticle'));
  if (printsAll) {
    findRepeatedQuotes(inOrder).forEach(note('sameQuote'));
    issue.sections.flatMap(({ id }) => findUncommented(inOrder, id)).forEach(note('noComment'));
  }
  return [
    ...(issue.title === undefined ? [{ check: 'noTitle' as const }] : []),
    ...issue.sections
      .filter(({ id }) => clips.every((clip) => clip.sectionId !== id))
      .map(({ id }) => ({ check: 'emptySection' as const, sectionId: id })),
    ...checkParts(issue, target),
    ...[...perClip].flatMap(([clipId, checks]) => [
      ...checks.map((check) => ({ check, clipId })),
      ...overQuoted
        .filter(({ clip }) => clip.id === clipId)
        .map(({ words }) => ({ check: 'overQuoted' as const, clipId, words })),
    ]),
  ];
}

/** What stands before and after the sections, and their titles. */
function checkParts(issue: Issue, target: Target): Finding[] {
  const lines = [
    ...(['title', 'subtitle'] as const).map((part) => ({ text: issue[part], place: { part } })),
    { text: issue.cover?.caption, place: { part: 'cover' as const } },
    ...issue.sections.map(({ id, title }) => ({ text: title, place: { sectionId: id } })),
  ];
  const texts = (['introduction', 'signOff'] as const).map((part) => ({
    text: issue[part],
    place: { part },
  }));
  const isByHand = issue.cover?.pictureId !== undefined && target.pictures === 'byHand';
  return [
    ...[...lines, ...texts].flatMap(({ text = '', place }) =>
      hasBalancedMarks(text) ? [] : [{ check: 'unbalancedMarks' as const, ...place }],
    ),
    ...texts.flatMap(({ text = '', place }) =>
      checkTextForTarget(text, target).map((check) => ({ check, ...place })),
    ),
    ...(isByHand ? [{ check: 'pictureByHand' as const, part: 'cover' as const }] : []),
  ];
}

/** Clips without a comment in a section where most have one. */
function findUncommented(clips: readonly Clip[], sectionId: string): Clip[] {
  const inSection = clips.filter((clip) => clip.sectionId === sectionId && !clip.isNote);
  const without = inSection.filter(({ comment }) => comment === undefined);
  return without.length * 2 < inSection.length ? without : [];
}
