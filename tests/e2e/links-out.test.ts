import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilSaved } from '../../scripts/browsers/saved-clip.ts';
import { clickOn, fillIn } from '../../scripts/browsers/controls.ts';
import { waitFor, type TabView } from '../../scripts/browsers/session.ts';
import type { Responder } from '../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';

const HEADLINE = 'Ports agree on one tariff';
const ARTICLE = 'http://curious.example/article';
const ISSUE = 'http://curious.example/issue';
/** A page that reports to its server who opened it, and from where. */
const curious: Responder = (_address, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(
    `<!doctype html><html lang="en"><title>${HEADLINE}</title><h1>${HEADLINE}</h1>
    <script>
      const seen = { at: location.pathname, opener: String(opener), referrer: document.referrer };
      new Image().src = '/seen?' + new URLSearchParams(seen);
    </script>`,
  );
};

describe.each(BROWSERS)('a link of the desk in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'curious.example': curious } });
    const article = await room.session.openTab(ARTICLE);
    const popup = await room.session.clickToolbarButton();
    await waitFor('the popup', () => popup.run(() => document.activeElement?.matches('textarea') === true));
    await popup.press('Control+Enter');
    await waitUntilSaved(popup);
    await popup.close();
    await article.close();
    desk = await room.session.openExtensionPage('desk/index.html');
    await waitFor('the clip', () => desk.run(() => document.querySelector('.clip') !== null));
    await clickOn(desk, 'Mark as published');
    await fillIn(desk, 'Address of the issue', ISSUE);
  });
  afterAll(() => room.close());

  const told = (path: string) =>
    room.requests.filter((address) => new URL(address).searchParams.get('at') === path);

  it.each([
    ['to the article of a clip', `Open the article “${HEADLINE}”`, ARTICLE],
    ['to the published issue', 'Open the published issue', ISSUE],
  ])('%s opens a tab of its own, which learns nothing of the desk', async (_what, name, address) => {
    const path = new URL(address).pathname;
    const before = told(path).length;
    await desk.bringToFront();
    await waitFor('the desk in front', () =>
      desk.run(() => document.visibilityState === 'visible' && document.hasFocus()),
    );
    const home = await desk.address();
    await clickOn(desk, name);
    await expect
      .poll(() => told(path).slice(before))
      .toEqual([
        `http://curious.example/seen?${new URLSearchParams({ at: path, opener: 'null', referrer: '' }).toString()}`,
      ]);
    expect(await desk.address()).toBe(home);
  });
});
