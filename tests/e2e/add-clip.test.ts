import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { select } from '../../scripts/browsers/select.ts';
import type { TabView } from '../../scripts/browsers/session.ts';
import type { Responder } from '../../scripts/samples/server.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClips } from './stored.ts';

const PAGE: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>Mail</title></head><body>
    <div id="mail"><h2><a href="https://www.reuters.com/world/ports?utm_source=mail">Ports close</a></h2>
    <p>The ports <b>close</b> in May.</p><img src="http://tracker.example/px.gif" alt=""></div>
    <p id="address">https://www.reuters.com/world/ports</p></body></html>`);
};

describe.each(BROWSERS)('a clip that is added at the desk in %s', (browser) => {
  let room: Newsroom;
  let mail: TabView;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders: { 'mail.example': PAGE } });
    mail = await room.session.openTab('http://mail.example/inbox');
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterAll(() => room.close());

  const shownText = () => desk.run(() => document.body.innerText);
  const copy = async (selector: string, words: string) => {
    await mail.bringToFront();
    await select(mail, selector);
    await mail.press('Control+c');
    await desk.bringToFront();
    await expect.poll(() => desk.readClipboard('text/plain')).toContain(words);
    await expect.poll(() => desk.run(focusTree)).toBe('treeitem');
  };

  it('has title, link and passage of what was copied in another page, and loads nothing', async () => {
    await copy('#mail', 'The ports close in May.');
    const asked = room.requests.length;
    await desk.press('Control+v');
    await expect.poll(() => desk.run(readOutlet)).toBe('Reuters');
    await desk.press('Enter');
    await expect
      .poll(() => readClips(desk))
      .toMatchObject([
        {
          headline: 'Ports close',
          outlet: 'Reuters',
          address: 'https://www.reuters.com/world/ports',
          quotes: [{ markdown: 'The ports **close** in May.' }],
        },
      ]);
    expect(room.requests.slice(asked)).toEqual([]);
  });

  it('is the one of its article, when its address is pasted again', async () => {
    await expect.poll(() => desk.run(() => document.activeElement?.role)).toBe('textbox');
    await desk.press('Escape');
    await expect.poll(() => desk.run(() => document.activeElement?.role)).toBe('treeitem');
    await copy('#address', 'https://www.reuters.com/world/ports');
    await desk.press('Control+v');
    await expect.poll(shownText).toContain('This article is already clipped: “Ports close”.');
    await desk.press('Escape');
    expect(await readClips(desk)).toHaveLength(1);
  });
});

/** Runs in the page. */
function readOutlet(): string | undefined {
  return document.querySelectorAll<HTMLInputElement>('.add-clip input')[2]?.value;
}

/** Runs in the page. Returns the role of what has the focus then. */
function focusTree(): string | null | undefined {
  document.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  return document.activeElement?.role;
}
