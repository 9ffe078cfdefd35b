import { isUnsorted, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { checkClip, type ClipCheck } from './clip-checks';
import { findRepeatedQuotes, findSameArticles } from './repetition';

/** What may be wrong with an issue before it is sent. Each is a hint: an issue may mean it so. */
export type Check =
  ClipCheck | 'noTitle' | 'emptySection' | 'unsorted' | 'sameArticle' | 'sameQuote' | 'noComment';

/** A check that has found something, and where. */
export interface Finding {
  check: Check;
  /** Where it is: a clip, or a section; neither: the issue itself. */
  clipId?: string;
  sectionId?: string;
}

/** Looks an issue over before it is sent: findings in the order of the issue, those of the issue itself first. */
export function checkIssue(issue: Issue, clips: readonly Clip[]): Finding[] {
  const inOrder = [
    ...issue.sections.flatMap((section) => clips.filter((clip) => clip.sectionId === section.id)),
    ...clips.filter((clip) => isUnsorted(clip, issue)),
  ];
  const perClip = new Map<string, Check[]>(inOrder.map((clip) => [clip.id, [...checkClip(clip)]]));
  const note = (check: Check) => (clip: Clip) => perClip.get(clip.id)?.push(check);
  inOrder.filter((clip) => isUnsorted(clip, issue)).forEach(note('unsorted'));
  findSameArticles(inOrder).forEach(note('sameArticle'));
  findRepeatedQuotes(inOrder).forEach(note('sameQuote'));
  issue.sections.flatMap(({ id }) => findUncommented(inOrder, id)).forEach(note('noComment'));
  return [
    ...(issue.title === undefined ? [{ check: 'noTitle' as const }] : []),
    ...issue.sections
      .filter(({ id }) => clips.every((clip) => clip.sectionId !== id))
      .map(({ id }) => ({ check: 'emptySection' as const, sectionId: id })),
    ...[...perClip].flatMap(([clipId, checks]) => checks.map((check) => ({ check, clipId }))),
  ];
}

/** Clips without a comment in a section where most have one. */
function findUncommented(clips: readonly Clip[], sectionId: string): Clip[] {
  const inSection = clips.filter((clip) => clip.sectionId === sectionId && !clip.isNote);
  const without = inSection.filter(({ comment }) => comment === undefined);
  return without.length * 2 < inSection.length ? without : [];
}
