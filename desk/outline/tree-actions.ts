import { isOpen } from '../state/desk-content';
import type { Section } from '../../src/news/issue';
import { sendToBin, fileClip, moveClipByStep } from '../actions/clip-actions';
import type { Desk } from '../state/desk';
import { keepTreeFocus, passTreeFocus } from './outline-focus';
import { addNoteAfter, addNoteAt } from '../actions/note-actions';
import { toggleGroup } from '../actions/group-actions';
import { moveSection } from '../actions/section-actions';
import { clipsConcerned } from '../state/selection';
import type { TreeItem } from './tree-items';

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/**
 * What a key does to a line of the outline: Enter opens it (a clip at its comment, as C does), Alt with an arrow moves it, a
 * number takes a clip into that section (0: into the inbox), N puts a note below it, G groups it with the clip above, or all
 * selected ones, Delete bins it. Number and Delete concern all that are selected with it, and the focus goes on to the line
 * below. `undefined`: nothing.
 */
export function actionForKey(desk: Desk, item: TreeItem, key: Key): (() => void) | undefined {
  if (key.ctrlKey || key.metaKey) return undefined;
  if (!key.altKey && (key.key === 'Enter' || key.key === ' ')) return () => openItem(desk, item);
  if (!key.altKey && key.key.toLowerCase() === 'c' && item.clip) return () => openItem(desk, item);
  if (!isOpen(desk.content, item.group.issueId)) return undefined;
  if (key.altKey) return moveForKey(desk, item, key.key);
  if (/^\d$/u.test(key.key)) return fileForNumber(desk, item, Number(key.key));
  if (key.key.toLowerCase() === 'n') return () => desk.run(() => addNoteBelow(desk, item));
  const { clip } = item;
  if (key.key.toLowerCase() === 'g' && clip) return () => keep(desk, clip.id, () => toggleGroup(desk, clip));
  if (clip === undefined || !['Delete', 'Backspace'].includes(key.key)) return undefined;
  return () => desk.run(() => passTreeFocus(desk, clipsConcerned(desk, clip), () => sendToBin(desk, clip)));
}

/** Below a clip, or right below a section's title. */
function addNoteBelow(desk: Desk, { clip, group }: TreeItem): Promise<void> {
  if (clip !== undefined) return addNoteAfter(desk, clip);
  return addNoteAt(desk, {
    issueId: group.issueId,
    sectionId: group.section?.id,
    beforeClipId: group.clips[0]?.id,
  });
}

function openItem(desk: Desk, { id, clip }: TreeItem): void {
  if (clip !== undefined) desk.openClip(clip.id, 'comment');
  else desk.openSection(id);
}

function moveForKey(desk: Desk, { id, clip, group }: TreeItem, key: string): (() => void) | undefined {
  const step = key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;
  const { section } = group;
  if (step === undefined) return undefined;
  if (clip !== undefined) return () => keep(desk, id, () => moveClipByStep(desk, clip, step));
  return section && (() => keep(desk, id, () => moveSection(desk, section, step)));
}

function fileForNumber(desk: Desk, { clip }: TreeItem, number: number): (() => void) | undefined {
  const { issue, isEditable } = desk.content;
  const section: Section | undefined = isEditable ? issue.sections[number - 1] : undefined;
  if (clip === undefined || (section === undefined && number !== 0)) return undefined;
  return () =>
    desk.run(() => passTreeFocus(desk, clipsConcerned(desk, clip), () => fileClip(desk, clip, section?.id)));
}

function keep(desk: Desk, id: string, work: () => Promise<void>): void {
  desk.run(() => keepTreeFocus(id, work));
}
