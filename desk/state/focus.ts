import type { DetailField } from '../../src/news/article-fields';
import type { CheckedPart } from '../../src/newsletter/checks/checks';
import { isSame } from '../../src/news/edits/deep-equality';
import type { TextSpan } from '../rendered/text-place';
import type { Changes } from './undo-step';

const ISSUE_PARTS = ['title', 'subtitle', 'introduction', 'cover', 'signOff'] as const;

/** Where code can move the focus to, or what it can bring into view, without knowing how that is drawn. */
export interface FocusGoals {
  /** A field of the clip that is open for editing: `headline`, `dek`, a quote's id, `comment`. `selected` is the text to select. */
  clipPart: { clipId: string; part: string; selected?: TextSpan | undefined };
  /** The link of a clip in a past issue, which cannot be edited. */
  clipLink: { address: string };
  /** A part of the issue outside its sections. */
  issuePart: { part: CheckedPart };
  /** A field in the details of the open clip. */
  detail: { field: DetailField | 'archiveAddress' };
  /** The tab of the checks. */
  checks: object;
  /** The title of a section in the manuscript, or the inbox (`inbox`). */
  sectionTitle: { sectionId: string };
  /** The line of a section or a clip in the outline. */
  outlineLine: { id: string };
  /** The outline, at the line that had the focus last. */
  outline: object;
  /** The field that searches all clips. */
  search: object;
  /** The bin, or the button that opens it. */
  bin: object;
  /** Brings a clip into view, without the focus: this part of it, or its link in a past issue. */
  shownClip: { clipId: string; part?: string; address?: string | undefined };
  /** Brings a section into view, or the inbox (`inbox`), without the focus. */
  shownSection: { sectionId: string };
  /** Brings a part of the issue into view, without the focus. */
  shownIssuePart: { part: (typeof ISSUE_PARTS)[number] };
}

/** How a folder of the desk reaches the goals that it draws. */
export type FocusHandlers = { readonly [Goal in keyof FocusGoals]?: (target: FocusGoals[Goal]) => void };

const registered = new Set<FocusHandlers>();

/** Registers the handlers of a folder. The returned function removes them. */
export function registerFocus(handlers: FocusHandlers): () => void {
  registered.add(handlers);
  return () => registered.delete(handlers);
}

/** Asks every folder that draws the goal to reach it. */
export function focusOn<Goal extends keyof FocusGoals>(goal: Goal, target: FocusGoals[Goal]): void {
  for (const handlers of registered) handlers[goal]?.(target);
}

/** Brings into view what Undo or Redo has changed: the clip, or the part of the issue. */
export function showChanged({ clips, issue }: Changes): void {
  const [first] = clips ?? [];
  if (first) focusOn('shownClip', { clipId: first.before.id });
  const part = issue && ISSUE_PARTS.find((name) => !isSame(issue.before[name], issue.after[name]));
  if (part) focusOn('shownIssuePart', { part });
}

/** Whether the focused element has just been hidden, as the outline is in narrow windows, which show one part. */
export function isFocusHidden(): boolean {
  return document.activeElement?.checkVisibility() === false;
}

/** Whether the keys pressed here belong to a field. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role=textbox]') !== null;
}

/** Runs work that may remove the focused button. Then the next control in the same pane gets the focus, or the last one before it. */
export async function passFocusOn(work: () => Promise<unknown>): Promise<void> {
  const others = neighboursOf(document.activeElement);
  await work();
  if (others.length === 0) return;
  afterDrawing(() => {
    if (document.activeElement === document.body) others.find((each) => each.checkVisibility())?.focus();
  });
}

const CONTROLS = ':is(button, a[href], input, textarea, select, [role=textbox], [tabindex="0"])';

/** The controls after a button, nearest first, then those before it. The page marks its panes with `data-pane`. */
function neighboursOf(element: Element | null): HTMLElement[] {
  const pane = element?.matches('button') ? element.closest('header, [data-pane]') : null;
  const controls = [...(pane?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const here = controls.findIndex((each) => each === element);
  return [...controls.slice(here + 1), ...controls.slice(0, Math.max(here, 0)).reverse()];
}

/** Runs work in the next frame. Preact has drawn by then, because it draws in a microtask. */
export function afterDrawing(work: () => void): void {
  requestAnimationFrame(work);
}
