import { selectSpan } from '../rendered/text-place';
import { afterDrawing, focusOn, type FocusGoals, type FocusHandlers } from '../state/focus';

/** A field that can be edited: a text area, or formatted text, whether its editor is open or not. */
const FIELD = ':is(textarea, [role=textbox])';

export const MANUSCRIPT_FOCUS: FocusHandlers = {
  clipPart: (target) => afterDrawing(() => focusClipPart(target)),
  issuePart: ({ part }) =>
    afterDrawing(() => {
      const selector = part === 'cover' ? '.cover input' : `.cover-${part} input, .issue-${part} ${FIELD}`;
      document.querySelector<HTMLElement>(selector)?.focus();
    }),
  sectionTitle: ({ sectionId }) =>
    afterDrawing(() => {
      const section = document.getElementById(`section-${sectionId}`);
      section?.querySelector('textarea')?.focus({ preventScroll: true });
      showSection(sectionId);
    }),
  shownClip: ({ clipId, part }) =>
    afterDrawing(() => {
      const clip = document.getElementById(`clip-${clipId}`);
      bringIntoView(clip, part === undefined ? null : clip?.querySelector<HTMLElement>(partSelector(part)));
    }),
  shownSection: ({ sectionId }) => afterDrawing(() => showSection(sectionId)),
  shownIssuePart: ({ part }) =>
    afterDrawing(() =>
      document.querySelector(`.issue-${part}, .${part}`)?.scrollIntoView({ block: 'nearest' }),
    ),
};

function showSection(sectionId: string): void {
  document.getElementById(`section-${sectionId}`)?.scrollIntoView({ block: 'start' });
}

const partSelector = (part: string) => `[data-part="${CSS.escape(part)}"]`;

function focusClipPart({ clipId, part, selected }: FocusGoals['clipPart']): void {
  const clip = document.getElementById(`clip-${clipId}`);
  const field = clip?.querySelector<HTMLElement>(`${partSelector(part)} ${FIELD}`);
  if (field?.matches('[role=textbox]') === true && selected !== undefined) selectSpan(field, selected);
  (field ?? clip?.querySelector<HTMLElement>(FIELD))?.focus({ preventScroll: true });
  bringIntoView(clip, field);
}

/** Runs work that moves clips, sections or quotes. The focus stays on its control, wherever that is drawn afterwards. */
export async function keepFocus(work: () => Promise<void>): Promise<void> {
  const address = addressOf(document.activeElement);
  await work();
  if (address === undefined) return;
  afterDrawing(() => {
    const entry = document.getElementById(address.id);
    entry?.querySelector<HTMLElement>(address.selector)?.focus({ preventScroll: true });
    bringIntoView(entry);
  });
}

/**
 * Describes a control by the clip or section that contains it and by its name there, so that it can be found again after drawing.
 */
function addressOf(element: Element | null): { id: string; selector: string } | undefined {
  const id = element?.closest('article[id], section[id]')?.id;
  const name = element?.getAttribute('aria-label');
  if (id === undefined || name === null || name === undefined) return undefined;
  return { id, selector: `[aria-label="${CSS.escape(name)}"]` };
}

/** Scrolls to an entry and then to the field in it, because the entry may be higher than the window. */
function bringIntoView(entry: HTMLElement | null, field?: HTMLElement | null): void {
  entry?.scrollIntoView({ block: 'nearest' });
  field?.scrollIntoView({ block: 'nearest' });
}

/** Escape in a field of the manuscript goes back to the outline. */
export function returnByEscape<Goal extends 'outline' | 'outlineLine'>(
  event: KeyboardEvent,
  goal: Goal,
  target: FocusGoals[Goal],
): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  focusOn(goal, target);
  event.preventDefault();
}
