import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumSession } from '../../scripts/browsers/chromium.ts';
import { waitForNotice } from '../../scripts/browsers/notice.ts';
import { select } from '../../scripts/browsers/select.ts';
import { waitFor, type TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm, readWords } from './clip-form.ts';
import { readClips } from './stored.ts';

const IN_POPUP = 'Incognito: what you clip here is kept in your normal profile';
const IN_NOTICE = 'Incognito: the clip is kept in your normal profile, and stays there.';

// Firefox does not let extensions store data from private windows, so the manifest for Firefox excludes them.
describe('an Incognito window in chromium', () => {
  let room: Newsroom<ChromiumSession>;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom('chromium', { isAllowedInIncognito: true });
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterAll(() => room.close());

  async function clipPassage(tab: TabView, passage: string): Promise<string> {
    await select(tab, passage);
    await room.session.chooseFromMenu(tab, 'selection');
    return (await waitForNotice(tab)).words;
  }

  it('has a popup that reads the page, and says where clips are kept', async ({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    await room.session.openIncognitoTab(SAMPLE_ARTICLES.letter);
    const popup = await room.session.pressShortcut();
    await expect.poll(() => readWords(popup)).toContain(IN_POPUP);
    await expect.poll(() => readClipForm(popup)).toMatchObject({ Headline: 'A tariff is not a timetable' });
    await popup.close();
  });

  it('has a notice that says so at the first clip; after that neither notice nor popup says it again', async ({
    skip,
  }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
    const tab = await room.session.openIncognitoTab(SAMPLE_ARTICLES.wire);
    expect(await clipPassage(tab, '#w1')).toContain(IN_NOTICE);
    await waitFor('the notice to go', async () => !(await tab.runInNotice(() => true)), 15_000);
    expect(await clipPassage(tab, '#w2')).not.toContain('Incognito');
    expect(await readClips(desk)).toHaveLength(1);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readWords(popup)).toMatch(/^Clipped to|^Already clipped/u);
    expect(await readWords(popup)).not.toContain('Incognito');
    await popup.close();
  });
});
