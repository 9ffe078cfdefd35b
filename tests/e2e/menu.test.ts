import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readStoredClips } from './stored-clips.ts';

function selectElement(selector: string): void {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`Nothing is ${selector}`);
  element.scrollIntoView({ block: 'center' });
  getSelection()?.selectAllChildren(element);
}

describe.each(BROWSERS)('the context menu in %s', (browser) => {
  let room: Newsroom;
  let database: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    database = await room.session.openExtensionPage('options/index.html');
  });
  afterAll(() => room.close());

  const storedClips = () => readStoredClips(database);

  it('stores quotes without a popup, in one clip, in the order of the article', async ({ skip }) => {
    const { session } = room;
    if (!session.hasScreen) skip('needs Xvfb and xdotool');
    const tab = await session.openTab(SAMPLE_ARTICLES.daily);
    await tab.run(selectElement, '#p3');
    await session.chooseFromMenu(tab, 'selection');
    await expect.poll(async () => (await storedClips())[0]?.quotes.length).toBe(1);
    await tab.run(selectElement, '#p2');
    await session.chooseFromMenu(tab, 'selection');
    await expect.poll(async () => (await storedClips())[0]?.quotes.length).toBe(2);

    const [clip, ...others] = await storedClips();
    expect(others).toEqual([]);
    expect(clip).toMatchObject({
      headline: 'Caspian ports agree a single freight tariff',
      outlet: 'The Harbour Courier',
      publishedAt: '2026-11-18T06:30:00+00:00',
      address: 'https://www.harbour-courier.example/world/caspian-ports-single-tariff',
    });
    expect(clip?.sectionId).toBeUndefined();
    const [first, second] = clip?.quotes ?? [];
    expect(first?.markdown).toMatch(/^“We used to sell five tickets .*\*\*today\*\*\.”$/u);
    expect(second?.markdown).toMatch(/^The text says nothing/u);
  });

  it('makes a clip of a link, by the words of the page’s longest link to it', async ({ skip }) => {
    const { session } = room;
    if (!session.hasScreen) skip('needs Xvfb and xdotool');
    const tab = await session.openTab(SAMPLE_ARTICLES.daily);
    await session.chooseFromMenu(tab, { selector: '.related a' });
    await expect
      .poll(async () => (await storedClips()).at(-1))
      .toMatchObject({
        headline: 'The middle route, explained',
        address: expect.stringMatching(/\/trade\/middle-route-explained$/u) as string,
      });
  });

  it('makes a clip of the page', async ({ skip }) => {
    const { session } = room;
    if (!session.hasScreen) skip('needs Xvfb and xdotool');
    const tab = await session.openTab(SAMPLE_ARTICLES.wire);
    await session.chooseFromMenu(tab, { selector: 'h1' });
    await expect.poll(async () => (await storedClips()).length).toBe(3);
  });
});
