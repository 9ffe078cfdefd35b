/** Where the focus goes after the page has been drawn anew. */

/** Into the field of a clip that is opened for editing: `headline`, `dek`, a quote's id, `comment`. */
export function focusPart(clipId: string, part: string): void {
  afterDrawing(() => {
    const clip = document.getElementById(`clip-${clipId}`);
    const field = clip?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"] textarea`);
    (field ?? clip?.querySelector<HTMLElement>('textarea'))?.focus();
    clip?.scrollIntoView({ block: 'nearest' });
  });
}

/** To a clip of the manuscript: into its headline, which is what is read first. */
export function focusClip(clipId: string): void {
  focusPart(clipId, 'headline');
}

/** To a section's title in the manuscript. */
export function focusSection(sectionId: string | undefined): void {
  afterDrawing(() => {
    const section = document.getElementById(`section-${sectionId ?? 'unsorted'}`);
    section?.querySelector('textarea')?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  });
}

/** To a section or a clip in the outline. */
export function focusTreeItem(id: string): void {
  document.getElementById(`item-${id}`)?.focus();
}

/** As `keepFocus`, in the outline. */
export async function keepTreeFocus(id: string, work: () => Promise<void>): Promise<void> {
  await work();
  afterDrawing(() => focusTreeItem(id));
}

/** Runs what moves things about; the focus stays with the control that it was on, wherever that is drawn now. */
export async function keepFocus(work: () => Promise<void>): Promise<void> {
  const address = addressOf(document.activeElement);
  await work();
  if (address === undefined) return;
  afterDrawing(() => {
    const control = document.getElementById(address.id)?.querySelector<HTMLElement>(address.selector);
    control?.focus({ preventScroll: true });
    document.getElementById(address.id)?.scrollIntoView({ block: 'nearest' });
  });
}

/** A control by the entry that it stands in and its name there. */
function addressOf(element: Element | null): { id: string; selector: string } | undefined {
  const id = element?.closest('article[id], section[id]')?.id;
  const name = element?.getAttribute('aria-label');
  if (id === undefined || name === null || name === undefined) return undefined;
  return { id, selector: `[aria-label="${CSS.escape(name)}"]` };
}

/** Preact draws in a microtask of its own; by the next frame it has. */
function afterDrawing(work: () => void): void {
  requestAnimationFrame(work);
}
