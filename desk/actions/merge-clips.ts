import type { Clip } from '../../src/news/clip';
import {
  areOfOneArticle,
  authorOfMerge,
  fieldsNotTaken,
  mergeArticleClips,
} from '../../src/news/merge/article-merge';
import { isInbox } from '../../src/news/newsletter';
import { CLIP_FIELDS } from '../../src/news/record-fields';
import { changeClips } from '../../src/storage/clips';
import type { Desk } from '../state/desk';
import { findClip, isOpen } from '../state/desk-content';
import { focusOn } from '../state/focus';
import { clearSelection, clipsConcerned } from '../state/selection';
import { groupShownClips } from '../state/shown-clips';
import { flushTextEdits } from '../state/text-edit';
import { labelClip } from './clip-actions';

/**
 * The clips that would be merged with this one: the selected ones, or all shown ones of its article. Those in the issue come before
 * those in the inbox, so that the merged clip is in the issue. Empty if there is nothing to merge.
 */
export function clipsToMerge(desk: Desk, clip: Clip): readonly Clip[] {
  const { content } = desk;
  const concerned = clipsConcerned(desk, clip).filter(({ isNote }) => isNote !== true);
  const shown = groupShownClips(content).flatMap(({ clips }) => clips);
  const clips = concerned.length > 1 ? concerned : shown.filter((each) => areOfOneArticle([clip, each]));
  if (clips.length < 2 || !areOfOneArticle(clips)) return [];
  if (!clips.every(({ issueId }) => isOpen(content, issueId))) return [];
  return clips.toSorted((one, other) => Number(isInbox(one.issueId)) - Number(isInbox(other.issueId)));
}

/**
 * Merges clips of one article into the first of them, which keeps its place; the others go to the bin. One Undo reverses it. Clips of
 * different articles are grouped instead (`toggleGroup`): each keeps its link, its date and its quotes.
 */
export async function mergeClips(desk: Desk, clips: readonly Clip[]): Promise<void> {
  await flushTextEdits();
  const ids = clips.map(({ id }) => id);
  const [first, ...others] = ids.flatMap((id) => findClip(desk.content, id) ?? []);
  if (first === undefined || others.length === 0 || !areOfOneArticle([first, ...others])) return;
  const binnedAt = new Date().toISOString();
  const name = desk.translate('deskActMerged', clips.length, labelClip(desk, first));
  const change = (clip: Clip) =>
    clip.id === first.id ? others.reduce(mergeArticleClips, clip) : { ...clip, binnedAt };
  const authorOf = (clip: Clip) => authorOfMerge(clip, clip.id === first.id ? others : [first]);
  const written = await changeClips(desk.database, ids, change, { authorOf });
  desk.recordAction({ name, changes: { clips: written } });
  clearSelection(desk);
  await desk.readAgain({ clips: ids });
  focusOn('outlineLine', { id: first.id });
  desk.sayDone([name, sayNotTaken(desk, written[0]?.after ?? first, others)].filter(Boolean).join(' '));
}

/** Names the fields in which the others differ. */
function sayNotTaken({ translate }: Desk, merged: Clip, others: readonly Clip[]): string | undefined {
  const names = new Set(others.flatMap((other) => fieldsNotTaken(merged, other)));
  if (names.size === 0) return undefined;
  const labels = [...names].map((field) => translate(CLIP_FIELDS[field].label));
  const list = new Intl.ListFormat(translate('languageOfStrings'));
  return translate('deskNotMerged', list.format(labels));
}
