import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor, type TabView, type View } from '../../scripts/browsers/session.ts';
import { keepPopupOpen } from './kept-popup.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { tryToReadTabs } from './access.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { SAMPLE_FIELDS } from './sample-fields.ts';
import { select } from '../../scripts/browsers/select.ts';
import { readClipForm, readWords } from './clip-form.ts';
import { readClips } from './stored.ts';

describe.each(BROWSERS)('the toolbar button in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let article: TabView | undefined;
  let popup: View | undefined;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(async () => {
    await popup?.close();
    await article?.close();
    popup = article = undefined;
  });
  afterAll(() => room.close());

  async function openOn(address: string): Promise<View> {
    article = await room.session.openTab(address);
    popup = await room.session.clickToolbarButton();
    return popup;
  }

  async function waitForSheet(opened: View, fields: object): Promise<void> {
    await expect.poll(() => readClipForm(opened)).toMatchObject(fields);
  }

  it('lets nothing be read before it is clicked', async () => {
    article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    expect(await tryToReadTabs(desk)).toEqual([]);
    popup = await room.session.clickToolbarButton();
    expect(await tryToReadTabs(desk)).toEqual([SAMPLE_ARTICLES.daily]);
  });

  it.each(Object.entries(SAMPLE_FIELDS))('fills in what the article says: %s', async (name, fields) => {
    const opened = await openOn(SAMPLE_ARTICLES[name as keyof typeof SAMPLE_ARTICLES]);
    await waitForSheet(opened, fields);
  });

  it('makes what is selected the first quote', async () => {
    article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    await select(article, '#p1', 'The agreement', 'three years.');
    const opened = (popup = await room.session.clickToolbarButton());
    await expect
      .poll(async () => (await readClipForm(opened))['Quote 1 of 1'])
      .toMatch(/^The agreement, signed in Port Anzar.*three years\.$/u);
  });

  it('lets Tab go through all its controls, and Shift+Tab back in the same order', async () => {
    article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    await select(article, '#p1');
    const opened = (popup = await room.session.clickToolbarButton());
    await waitFor('the quote', () => opened.run(() => document.querySelector('.quote') !== null));
    await opened.run(listFocused);
    const forth = await goRound(opened, 'Tab');
    const back = await goRound(opened, 'Shift+Tab');
    expect(back.toReversed()).toEqual(forth);
    expect(forth).toEqual(
      expect.arrayContaining(['Headline', 'Date', 'Remove quote 1', 'Section', 'Options']),
    );
  });

  it('takes comment and section by keyboard alone, says when it is saved, and closes', async () => {
    const opened = await openOn(SAMPLE_ARTICLES.russian);
    await waitForSheet(opened, { Headline: SAMPLE_FIELDS.russian.Headline });
    await opened.type('Astrakhan is *left out*.');
    await opened.press('Shift+Tab');
    await opened.type('Transport');
    await opened.press('Control+Enter');
    await expect.poll(() => readWords(opened)).toContain('Saved in Transport.');
    await expect.poll(() => opened.isOpen()).toBe(false);
    expect(await readClips(desk)).toMatchObject([
      {
        headline: SAMPLE_FIELDS.russian.Headline,
        comment: 'Astrakhan is *left out*.',
        sectionId: expect.any(String) as string,
      },
    ]);
  });

  it('offers the section that was chosen last', async () => {
    const opened = await openOn(SAMPLE_ARTICLES.letter);
    await waitForSheet(opened, { Section: 'Transport' });
  });

  it('opens the clip of an article that is clipped already, and Undo takes back what is saved', async () => {
    await keepPopupOpen(room.session);
    const opened = await openOn(SAMPLE_ARTICLES.russian);
    await waitForSheet(opened, { Comment: 'Astrakhan is *left out*.', Section: 'Transport' });
    await expect.poll(() => readWords(opened)).toContain('Already clipped');
    await opened.press('Control+End');
    await opened.type(' Still.');
    await opened.press('Control+Enter');
    await expect.poll(() => readWords(opened)).toContain('Saved in Transport.');
    expect(await readClips(desk)).toMatchObject([{ comment: 'Astrakhan is *left out*. Still.' }]);
    await opened.press('Tab');
    await opened.press('Enter');
    await expect.poll(() => readWords(opened)).toContain('Undone.');
    expect(await readClips(desk)).toMatchObject([{ comment: 'Astrakhan is *left out*.' }]);
  });

  it('has a shortcut, which may read the page too, and Escape closes the popup', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    article = await room.session.openTab(SAMPLE_ARTICLES.wire);
    const opened = (popup = await room.session.pressShortcut());
    await waitForSheet(opened, { Headline: SAMPLE_FIELDS.wire.Headline });
    await opened.press('Escape');
    await expect.poll(() => opened.isOpen()).toBe(false);
  });

  it('closes when the page is clicked', async () => {
    const opened = await openOn(SAMPLE_ARTICLES.ministry);
    await room.session.clickAway();
    await expect.poll(() => opened.isOpen()).toBe(false);
  });
});

/** Presses a key until the comment has the focus again. Returns the names of the controls between. */
async function goRound(popup: View, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const focused: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    await popup.press(key);
    // A key may stay in its control: day, month and year of a date.
    const moved = async () => (await popup.run(takeFocused))?.split('\n');
    focused.push(...(await waitFor('the focus', moved, 300).catch(() => [])));
    if (focused.at(-1) === 'Comment') return focused.slice(0, -1);
  }
  throw new Error(`${key} never comes back to the comment, but to ${focused.join(', ')}`);
}

/** Runs in the popup. Lists the controls that get the focus, in an attribute. */
function listFocused(): void {
  document.addEventListener('focusin', ({ target }) => {
    const { ariaLabel, labels, textContent } = target as HTMLInputElement;
    const name = (ariaLabel ?? labels?.[0]?.textContent ?? textContent).trim();
    document.body.lang += `${document.body.lang === '' ? '' : '\n'}${name}`;
  });
}

/** Runs in the popup. Empties the list. */
function takeFocused(): string | undefined {
  const { lang } = document.body;
  document.body.lang = '';
  return lang === '' ? undefined : lang;
}
