import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseItem, clickOn } from '../../scripts/browsers/controls.ts';
import { waitForNotice } from '../../scripts/browsers/notice.ts';
import { waitUntilSaved } from '../../scripts/browsers/saved-clip.ts';
import { select } from '../../scripts/browsers/select.ts';
import { waitFor, type BrowserSession, type TabView, type View } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm } from './clip-form.ts';
import { readClips, readIssues } from './stored.ts';
import { fileInPopup, typeIntoPopup } from '../../scripts/browsers/clip-filing.ts';

/**
 * Counts the steps of a user: each key or combination of keys, each click and each typed text is a step. Selecting, waiting and
 * what closes by itself do not count. docs/steps.md has the results.
 */
class Hands {
  steps = 0;

  constructor(private readonly session: BrowserSession) {}

  clickButton(): Promise<View> {
    this.steps += 1;
    return this.session.clickToolbarButton();
  }

  async press(view: View, keys: string): Promise<void> {
    this.steps += 1;
    await view.press(keys);
  }

  async type(view: View, text: string): Promise<void> {
    this.steps += 1;
    await view.type(text);
  }

  /** A right click, and a click on the menu item. */
  async clipFromMenu(tab: TabView): Promise<void> {
    this.steps += 2;
    await this.session.chooseFromMenu(tab, 'selection');
  }

  async pressQuoteShortcut(): Promise<void> {
    this.steps += 1;
    await this.session.pressQuoteShortcut();
  }
}

describe.each(BROWSERS)('the steps of a clip in %s:', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let article: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    desk = await room.session.openExtensionPage('desk/index.html');
    await fileUnder('Middle East', SAMPLE_ARTICLES.russian);
    await fileUnder('Energy', SAMPLE_ARTICLES.chinese);
    article = await room.session.openTab(SAMPLE_ARTICLES.daily);
  });
  afterAll(() => room.close());

  /** Makes a section, which is then the section chosen last. */
  async function fileUnder(section: string, address: string): Promise<void> {
    const tab = await room.session.openTab(address);
    const popup = await room.session.clickToolbarButton();
    await fileInPopup(popup, { section });
    await tab.close();
  }

  const closed = (popup: View) =>
    waitFor('the popup to close by itself', async () => !(await popup.isOpen()), 20_000);
  const clip = async () => (await readClips(desk)).find(({ comment }) => comment === 'Nobody was asked.');

  it('into another section with a comment: 5', async () => {
    const hands = new Hands(room.session);
    await select(article, '#p1');
    const popup = await hands.clickButton();
    await waitFor('the quote', async () => (await readClipForm(popup))['Quote 1 of 1']);
    await waitFor('the section chosen last', async () => (await readClipForm(popup))['Section'] === 'Energy');
    await hands.type(popup, '/mid');
    await waitFor('the offer', () =>
      popup.run(() =>
        [...document.querySelectorAll('[role=option]')].some((option) => option.checkVisibility()),
      ),
    );
    await hands.press(popup, 'Enter');
    await waitFor('the section, and the letters gone', async () => {
      const { Section, Comment = '' } = await readClipForm(popup);
      return Section === 'Middle East' && Comment === '';
    });
    await hands.type(popup, 'Nobody was asked.');
    await hands.press(popup, 'Control+Enter');
    await waitUntilSaved(popup);
    await closed(popup);
    expect(hands.steps).toBe(5);
    const [issue] = await readIssues(desk);
    const { id: sectionId } = issue?.sections.find(({ title }) => title === 'Middle East') ?? {};
    await expect.poll(clip).toMatchObject({ sectionId, quotes: [{}] });
  });

  it('a second quote with the popup: 2', async () => {
    const hands = new Hands(room.session);
    await select(article, '#p3');
    const popup = await hands.clickButton();
    await waitFor('the quotes', async () => (await readClipForm(popup))['Quote 2 of 2']);
    await hands.press(popup, 'Control+Enter');
    await waitUntilSaved(popup);
    await closed(popup);
    expect(hands.steps).toBe(2);
    await expect.poll(async () => (await clip())?.quotes.length).toBe(2);
  });

  it('a third quote from the context menu: 2', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const hands = new Hands(room.session);
    await select(article, '#p5');
    await hands.clipFromMenu(article);
    expect((await waitForNotice(article)).words).toContain('Quote 3 of 3. Clipped to Middle East');
    expect(hands.steps).toBe(2);
    expect((await clip())?.quotes).toHaveLength(3);
  });

  it('a fourth quote with the shortcut: 1', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const hands = new Hands(room.session);
    await select(article, '#p2', '“A forwarder', 'today');
    await hands.pressQuoteShortcut();
    await expect.poll(async () => (await clip())?.quotes.length).toBe(4);
    expect(hands.steps).toBe(1);
  });

  it('the comment of a clip with several quotes, at the desk: 1', async () => {
    const id = (await clip())?.id ?? '';
    await desk.bringToFront();
    await waitFor('the line', () => desk.run((line) => document.getElementById(line) !== null, `item-${id}`));
    const hands = new Hands(room.session);
    await desk.run((line) => document.getElementById(line)?.focus(), `item-${id}`);
    await hands.press(desk, 'Enter');
    await expect.poll(() => desk.run(() => document.activeElement?.ariaLabel)).toBe('Comment');
    expect(await desk.run(() => document.activeElement?.textContent)).toBe('Nobody was asked.');
    expect(hands.steps).toBe(1);
    await desk.press('Escape');
    await article.bringToFront();
  });

  it('Undo of a save whose popup has closed: 2', async () => {
    await article.close();
    article = await room.session.openTab(SAMPLE_ARTICLES.letter);
    const before = (await readClips(desk)).length;
    const popup = await room.session.clickToolbarButton();
    await typeIntoPopup(popup, {});
    await popup.press('Control+Enter');
    await waitUntilSaved(popup);
    await closed(popup);
    const hands = new Hands(room.session);
    const again = await hands.clickButton();
    await waitFor('Undo', () => again.run(() => document.querySelector('.popup-message button') !== null));
    hands.steps += 1;
    await again.click('.popup-message button');
    await expect.poll(async () => (await readClips(desk)).length).toBe(before);
    expect(hands.steps).toBe(2);
    await again.close();
  });

  /** The clips of a section in the order of the outline. */
  const linesOf = () =>
    desk.run(() =>
      [...document.querySelectorAll('.outline-clip')].map(({ id, classList }) => ({
        id,
        isGrouped: classList.contains('is-grouped'),
      })),
    );
  const goToLine = (place: number) =>
    desk.run((at) => document.querySelectorAll<HTMLElement>('.outline-clip')[at]?.focus(), place);

  it('a clip grouped with the one above, at the desk: 1', async () => {
    await desk.bringToFront();
    await expect.poll(async () => (await linesOf()).length).toBe((await readClips(desk)).length);
    const hands = new Hands(room.session);
    await goToLine(1);
    await hands.press(desk, 'g');
    await expect
      .poll(async () => (await linesOf()).slice(0, 3).map(({ isGrouped }) => isGrouped))
      .toEqual([false, true, false]);
    expect(hands.steps).toBe(1);
  });

  it('two clips of one story made one item, at the desk: 3', async () => {
    const grouped = async () => (await linesOf()).filter(({ isGrouped }) => isGrouped).length;
    await goToLine(1);
    await desk.press('g'); // separates those of the last test
    await expect.poll(grouped).toBe(0);
    const hands = new Hands(room.session);
    await goToLine(0);
    await hands.press(desk, 'Shift+ArrowDown');
    hands.steps += 2;
    await clickOn(desk, 'More for the selection');
    await chooseItem(desk, 'Group into one item');
    await expect.poll(grouped).toBe(1);
    expect(hands.steps).toBe(3);
  });
});
