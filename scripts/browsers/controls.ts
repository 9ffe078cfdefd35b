import { waitFor, type Point, type TabView } from './session.ts';

/** Clicks on the button, or the field, of that name, as soon as it is there and can be used. */
export async function clickOn(tab: TabView, name: string): Promise<void> {
  await tab.clickAt(await waitFor(name, () => tab.run(pointOnControl, name)));
}

/** Puts text into the field of that name, as a person does. */
export async function fillIn(tab: TabView, name: string, text: string): Promise<void> {
  await clickOn(tab, name);
  await tab.press('Control+a');
  await tab.type(text);
}

/** Runs in the page: where to click on a control that can be seen and used, by the name that is read out. */
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
