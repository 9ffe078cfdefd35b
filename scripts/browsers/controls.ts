import { waitFor, type Point, type TabView } from './session.ts';

/** How often a field is clicked until it has the focus. */
const MOST_CLICKS = 3;

/** Clicks the button or field with this name as soon as it can be used. */
export async function clickOn(tab: TabView, name: string): Promise<void> {
  await tab.clickAt(await waitFor(name, () => tab.run(pointOnControl, name)));
}

/** Copies or saves the issue at the desk in a way of the menu beside the button: `Copy rich text`. */
export async function exportAs(desk: TabView, name: string): Promise<void> {
  await clickOn(desk, 'Other ways to copy or save');
  await chooseItem(desk, name);
}

/** Clicks the item of the open menu with this name. */
export async function chooseItem(tab: TabView, name: string): Promise<void> {
  await tab.clickAt(await waitFor(name, () => tab.run(pointOnMenuItem, name)));
}

/** Runs in the page. */
function pointOnMenuItem(name: string): Point | undefined {
  const items = [...document.querySelectorAll('[role^=menuitem]')];
  const found = items.find((item) => item.firstElementChild?.textContent === name);
  if (found === undefined) return undefined;
  found.scrollIntoView({ block: 'nearest' });
  const box = found.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Types text into the field with this name, as a user does. Resolves when the text is there: a field that grows moves what is below it. */
export async function fillIn(tab: TabView, name: string, text: string): Promise<void> {
  await clickOn(tab, name);
  for (let clicks = 1; clicks < MOST_CLICKS && !(await tab.run(isFocused, name)); clicks++) {
    const point = await tab.run(pointOnControl, name);
    if (point === undefined) break; // it has another name while it is edited
    await tab.clickAt(point); // the page moved when it was clicked
  }
  await tab.press('Control+a');
  await tab.type(text);
  await waitFor(`the text in “${name}”`, () => tab.run(holdsText, text)); // Firefox answers while keys are on their way
}

/** Runs in the page: whether the focused field has this text. An editor shows the text in a form of its own. */
function holdsText(text: string): boolean {
  const { value = text } = document.activeElement as Partial<HTMLInputElement>;
  return value === text;
}

/** Runs in the page. */
function isFocused(name: string): boolean {
  const control = document.activeElement as Partial<HTMLInputElement> | null;
  return (control?.ariaLabel ?? control?.labels?.[0]?.textContent) === name;
}

/** Runs in the page: the point to click on a visible, enabled control with this accessible name. */
function pointOnControl(name: string): Point | undefined {
  const nameOf = (control: Element) =>
    control.ariaLabel ??
    (control as HTMLInputElement).labels?.[0]?.textContent ??
    control.textContent.replace(/\s+/gu, ' ').trim();
  const found = [
    ...document.querySelectorAll(
      'button, input, textarea, select, summary, a, [role=option], [role=textbox]',
    ),
  ].find((control) => nameOf(control) === name && control.checkVisibility() && !control.matches(':disabled'));
  if (found === undefined) return undefined;
  found.scrollIntoView({ block: 'center' });
  const box = found.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
