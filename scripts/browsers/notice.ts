import { waitFor, type Point, type TabView } from './session.ts';

/** What the notice in a page shows, and where to click on it. */
export interface ShownNotice {
  readonly words: string;
  readonly centre: Point;
  readonly buttons: readonly { readonly name: string; readonly centre: Point }[];
}

/** Returns nothing if the page shows no notice. */
export function readNotice(tab: TabView): Promise<ShownNotice | undefined> {
  return tab.runInNotice((cover, words) => {
    const centreOf = (element: Element): Point => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    };
    /** The words are generated content from attributes, so there are no text nodes. */
    const wordsIn = (line: Element) =>
      [line, ...line.querySelectorAll('*')].map((part) => part.getAttribute('data-words') ?? '').join('');
    return {
      words: [...words.querySelectorAll('[role=status] p')].map(wordsIn).join('\n'),
      centre: centreOf(words.querySelector('[popover]') ?? words.host),
      buttons: [...cover.querySelectorAll('button')]
        .filter((button) => button.checkVisibility())
        .map((button) => ({ name: button.ariaLabel ?? '', centre: centreOf(button) })),
    };
  });
}

/** The notice, as soon as it contains a message. */
export function waitForNotice(tab: TabView): Promise<ShownNotice> {
  return waitFor('the notice', async () => {
    const notice = await readNotice(tab);
    return notice?.words === '' ? undefined : notice;
  });
}

/** Clicks a button of the notice with the mouse. */
export async function clickInNotice(tab: TabView, name: string): Promise<void> {
  const button = (await waitForNotice(tab)).buttons.find((each) => each.name === name);
  if (button === undefined) throw new Error(`The notice has no button ${name}`);
  await tab.clickAt(button.centre);
}
