import type { DetailField } from '../../src/news/article-fields';
import type { CheckedPart } from '../../src/newsletter/checks/checks';
import { selectSpan, type TextSpan } from '../rendered/text-place';
import { isSame } from '../../src/news/edits/deep-equality';
import type { Changes } from './undo-step';

/** Where the focus goes, and what is brought into sight, after the page has been drawn anew. */

/** A field that is written on: a text area, or formatted text at rest or open. */
const FIELD = ':is(textarea, [role=textbox])';

/** Whether keys pressed here are the field's own. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role=textbox]') !== null;
}

/**
 * Into the field of a clip that is opened for editing: `headline`, `dek`, a quote's id, `comment`.
 *
 * @param selected what was selected where the clip was read, and stays so
 */
export function focusPart(clipId: string, part: string, selected?: TextSpan): void {
  afterDrawing(() => {
    const clip = document.getElementById(`clip-${clipId}`);
    const field = clip?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"] ${FIELD}`);
    if (field?.matches('[role=textbox]') === true && selected !== undefined) selectSpan(field, selected);
    (field ?? clip?.querySelector<HTMLElement>(FIELD))?.focus({ preventScroll: true });
    bringIntoSight(clip, field);
  });
}

/** To a clip of a past issue, which is read and not edited: to its link. */
export function focusLink(address: string | undefined): void {
  if (address === undefined) return;
  afterDrawing(() => {
    const link = document.querySelector<HTMLElement>(`.issue-preview a[href="${CSS.escape(address)}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  });
}

/** To a part of the issue outside its sections. */
export function focusIssuePart(part: CheckedPart): void {
  afterDrawing(() => {
    const selector = part === 'cover' ? '.cover input' : `.cover-${part} input, .issue-${part} ${FIELD}`;
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}

/** Into a field of the details of the clip that is opened. */
export function focusDetail(detail: DetailField): void {
  afterDrawing(() => document.querySelector<HTMLElement>(`[data-detail=${detail}] input`)?.focus());
}

/** To a section's title in the manuscript. */
export function focusSection(sectionId: string | undefined): void {
  afterDrawing(() => {
    const section = document.getElementById(`section-${sectionId ?? 'unsorted'}`);
    section?.querySelector('textarea')?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  });
}

/** What was taken back, or done again, is seen: the clip, or the part of the issue, without the focus. */
export function showChanged({ clips, issue }: Changes): void {
  afterDrawing(() => {
    for (const { before } of clips?.slice(0, 1) ?? []) {
      showTreeItem(before.id);
      bringIntoSight(document.getElementById(`clip-${before.id}`));
    }
    if (issue === undefined) return;
    const part = ISSUE_PARTS.find((name) => !isSame(issue.before[name], issue.after[name]));
    document.querySelector(`.issue-${part}, .${part}`)?.scrollIntoView({ block: 'nearest' });
  });
}

const ISSUE_PARTS = ['title', 'subtitle', 'introduction', 'cover', 'signOff'] as const;

/** To a section or a clip in the outline. */
export function focusTreeItem(id: string): void {
  document.getElementById(`item-${id}`)?.focus();
}

export function showTreeItem(id: string | undefined): void {
  if (id !== undefined) document.getElementById(`item-${id}`)?.scrollIntoView({ block: 'nearest' });
}

/** Into the field in which all clips are searched. */
export function focusSearch(): void {
  afterDrawing(() => document.querySelector<HTMLElement>('.outline-search input')?.focus());
}

/** Into the bin, or to the button that leads there. */
export function focusBin(): void {
  afterDrawing(() => document.querySelector<HTMLElement>('.bin button, .outline-end button')?.focus());
}

/** The menu of sections for all that is selected. */
export function openSelectionMenu(): void {
  document.querySelector<HTMLElement>('.selection-bar [aria-haspopup="menu"]')?.click();
}

/** Runs what moves a line of the outline; the focus stays with the line, unless a key has taken it to another meanwhile. */
export async function keepTreeFocus(id: string, work: () => Promise<void>): Promise<void> {
  await work();
  afterDrawing(() => {
    if (document.activeElement?.role !== 'treeitem') focusTreeItem(id);
  });
}

/** Runs what takes clips from their places; the focus goes on at once to the line below them, or above: the next key is for that. */
export function passTreeFocus(clips: readonly { id: string }[], work: () => Promise<void>): Promise<void> {
  const taken = new Set(clips.map(({ id }) => `item-${id}`));
  const lines = [...document.querySelectorAll('[role=treeitem]')].map(({ id }) => id);
  const last = lines.findLastIndex((id) => taken.has(id));
  const next = (lines[last + 1] ?? lines.findLast((id) => !taken.has(id)))?.replace('item-', '') ?? '';
  focusTreeItem(next);
  return keepTreeFocus(next, work);
}

/** Runs what moves things about; the focus stays with the control that it was on, wherever that is drawn now. */
export async function keepFocus(work: () => Promise<void>): Promise<void> {
  const address = addressOf(document.activeElement);
  await work();
  if (address === undefined) return;
  afterDrawing(() => {
    const entry = document.getElementById(address.id);
    entry?.querySelector<HTMLElement>(address.selector)?.focus({ preventScroll: true });
    bringIntoSight(entry);
  });
}

/** Runs what may take away the button that has the focus: the next control in the same part of the page has it then, or the last. */
export async function passFocusOn(work: () => Promise<unknown>): Promise<void> {
  const others = neighboursOf(document.activeElement);
  await work();
  if (others.length === 0) return;
  afterDrawing(() => {
    if (document.activeElement === document.body) others.find((each) => each.checkVisibility())?.focus();
  });
}

const CONTROLS = ':is(button, a[href], input, textarea, select, [role=textbox], [tabindex="0"])';

/** The controls after a button, nearest first, then those before it. What is in a menu goes with the menu. */
function neighboursOf(element: Element | null): HTMLElement[] {
  const part = element?.matches('button') ? element.closest('header, .desk-outline, main, .desk-side') : null;
  const controls = [...(part?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const here = controls.findIndex((each) => each === element);
  return [...controls.slice(here + 1), ...controls.slice(0, Math.max(here, 0)).reverse()];
}

/** A control by the entry that it stands in and its name there. */
function addressOf(element: Element | null): { id: string; selector: string } | undefined {
  const id = element?.closest('article[id], section[id]')?.id;
  const name = element?.getAttribute('aria-label');
  if (id === undefined || name === null || name === undefined) return undefined;
  return { id, selector: `[aria-label="${CSS.escape(name)}"]` };
}

/** The entry as far as there is room, and the field in it whatever the entry's height. */
function bringIntoSight(entry: HTMLElement | null, field?: HTMLElement | null): void {
  entry?.scrollIntoView({ block: 'nearest' });
  field?.scrollIntoView({ block: 'nearest' });
}

/** Preact draws in a microtask of its own; by the next frame it has. */
export function afterDrawing(work: () => void): void {
  requestAnimationFrame(work);
}
