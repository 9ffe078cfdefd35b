import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilSaved } from '../../scripts/browsers/saved-clip.ts';
import { select } from '../../scripts/browsers/select.ts';
import { waitFor, type View } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';

describe.each(BROWSERS)('the popup of an article that is clipped already in %s', (browser) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  it('shows first its headline, later the quote that was just selected, and its message covers no part of it', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    await select(article, '#p1');
    const first = await room.session.clickToolbarButton();
    await waitFor('the quote', () => first.run(() => document.querySelectorAll('.quote').length === 1));
    expect(await first.run(isHeadlineInSight)).toBe(true);
    await first.press('Control+Enter');
    await waitUntilSaved(first);
    await first.close();
    await select(article, '#p3');
    const second = await room.session.clickToolbarButton();
    await waitFor('the message', () => second.run(() => document.querySelector('.popup .notice') !== null));
    await expect.poll(() => readHidden(second)).toEqual([]);
    await second.close();
    await article.close();
  });
});

/** Runs in the page. */
function isHeadlineInSight(): boolean {
  const headline = document.querySelector('.popup-article textarea');
  const { left = 0, top = 0 } = headline?.getBoundingClientRect() ?? {};
  return headline !== null && document.elementFromPoint(left + 20, top + 4) === headline;
}

/** Which points of the last quote's words the user cannot see, because another element is drawn there. */
function readHidden(popup: View): Promise<string[]> {
  return popup.run(() => {
    const words = [...document.querySelectorAll('.quote-words')].at(-1);
    if (document.querySelectorAll('.quote').length !== 2 || words === undefined) return ['the second quote'];
    const { left, top, bottom } = words.getBoundingClientRect();
    return [top + 4, bottom - 4].flatMap((y) => {
      const drawn = document.elementFromPoint(left + 20, y);
      return drawn !== null && words.contains(drawn) ? [] : [`${y}: ${drawn?.className ?? 'nothing'}`];
    });
  });
}
