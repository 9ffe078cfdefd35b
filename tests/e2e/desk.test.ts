import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, exportAs, fillIn } from '../../scripts/browsers/controls.ts';
import { select } from '../../scripts/browsers/select.ts';
import { waitFor, type Point, type TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm, readWords } from './clip-form.ts';
import { readClips, readIssues } from './stored.ts';
import { fileInPopup } from '../../scripts/browsers/clip-filing.ts';

/** The sample articles are of 2026. */
const YEAR = new Date().getFullYear() === 2026 ? '' : ', 2026';
const ISSUE = `# One Ticket to Constanța

Table of Contents:

1) Transport

## 1) Transport

[A tariff is not a timetable](https://thelongsiding.letters.example/p/a-tariff-is-not-a-timetable) – The Long Siding \\[Nov 20th${YEAR}]

What the five harbours signed, and what a box needs in order to arrive

> “A tariff is a promise. A timetable is a service.”

Comment: Quite *right*.
`;

describe.each(BROWSERS)('the desk in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterAll(() => room.close());

  const shownText = () => desk.run(() => document.body.innerText);

  it('shows a clip that was made elsewhere, without being loaded again', async () => {
    await desk.run(() => document.body.setAttribute('data-first', ''));
    const article = await room.session.openTab(SAMPLE_ARTICLES.letter);
    await select(article, '#s3');
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Quote 1 of 1');
    await fileInPopup(popup, { comment: 'Quite *right*.', section: 'Transport' });
    await desk.bringToFront();
    await expect.poll(shownText).toContain('A tariff is a promise.');
    expect(await desk.run(() => document.body.hasAttribute('data-first'))).toBe(true);
  });

  it('has the words of the page’s lead picture, and loads nothing of it', async () => {
    const isPicture = (address: string) => address.endsWith('.png');
    const asked = room.requests.filter(isPicture).length;
    await desk.clickAt(await waitFor('the clip', () => desk.run(pointOnClip)));
    await expect.poll(shownText).toContain('Nineteen days at the eastern shore.');
    expect(await shownText()).toContain('Picture: Nora Whitcombe');
    expect(await desk.run(linkOfPicture)).toBe(
      'http://thelongsiding.letters.example/images/boxes-at-the-eastern-shore.png',
    );
    expect(room.requests.filter(isPicture)).toHaveLength(asked);
  });

  it('copies the issue as Markdown', async () => {
    await fillIn(desk, 'Title of the issue', 'One Ticket to Constanța');
    await clickOn(desk, 'Copy Markdown');
    await expect.poll(shownText).toContain('Markdown copied.');
    expect(await desk.readClipboard('text/plain')).toBe(ISSUE);
  });

  it('copies it as rich text too', async () => {
    await exportAs(desk, 'Copy rich text');
    await expect.poll(shownText).not.toContain('Markdown copied.');
    const html = await desk.readClipboard('text/html');
    expect(html).toContain('href="https://thelongsiding.letters.example/p/a-tariff-is-not-a-timetable"');
    expect(html).toContain('<em>right</em>');
  });

  it('begins a new issue, and the old one stays', async () => {
    await clickOn(desk, 'New issue');
    await expect.poll(async () => (await readIssues(desk)).length).toBe(2);
    await expect.poll(shownText).not.toContain('A tariff is a promise.');
    expect(await readClips(desk)).toHaveLength(1);
  });

  it('says of an article that it was clipped for the past issue', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.letter);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readWords(popup)).toContain('One Ticket to Constanța');
    await popup.close();
  });

  it('comes to the front where it is open, at the clip that the popup shows, and the popup closes', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.wire);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Headline');
    await popup.run(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Desk',
      );
      setTimeout(() => button?.click()); // afterwards the popup is closed
    });
    await expect.poll(() => desk.run(() => document.visibilityState)).toBe('visible');
    await expect.poll(() => popup.isOpen()).toBe(false);
    expect(await desk.run(() => document.body.hasAttribute('data-first'))).toBe(true);
    const desks = (await room.session.extensionTabs()).map((tab) => tab.address());
    expect((await Promise.all(desks)).filter((address) => address.includes('desk/'))).toHaveLength(1);
  });
});

/** Runs in the page. */
function pointOnClip(): Point | undefined {
  const box = document.querySelector('.outline-headline')?.getBoundingClientRect();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Runs in the page. */
function linkOfPicture(): string | undefined {
  return document.querySelector<HTMLAnchorElement>('.lead-picture a')?.href;
}
