import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseItem, clickOn, exportAs, fillIn } from '../../../scripts/browsers/controls.ts';
import { openDesk } from '../../../scripts/browsers/desk.ts';
import { waitForNotice } from '../../../scripts/browsers/notice.ts';
import { select } from '../../../scripts/browsers/select.ts';
import { waitFor, type BrowserSession, type TabView } from '../../../scripts/browsers/session.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { isInbox } from '../../../src/news/newsletter.ts';
import { chooseBackup, saveBackup } from './backup-file.ts';
import { readClipForm } from '../clip-form.ts';
import { BROWSERS, openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClips, readIssues } from '../stored.ts';
import { fileInPopup } from '../../../scripts/browsers/clip-filing.ts';

const WEEKS = [1, 2, 3, 4] as const;
const CLIPS_A_WEEK = 15;
/** What is clipped on another machine; the last one on both, where it is in a published issue here. */
const THEIRS = [901, 902, 1];
const LONG = 180_000;

/** An article for each number: `http://journal.example/7`. */
const ARTICLES: Responder = ({ pathname }, response) => {
  const number = pathname.slice(1);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>Report ${number} from the ports</title>
    <meta property="og:site_name" content="The Journal"></head><body><article><h1>Report ${number} from the ports</h1>
    <p id="words">In report ${number} the ministers met again. ${'They named no figure. '.repeat(9)}</p></article></body></html>`);
};
const responders = { 'journal.example': ARTICLES };

/** Clips articles: the first with the toolbar button into a section, the others with the shortcut, which follow it. */
async function clipArticles(
  session: BrowserSession,
  numbers: readonly number[],
  section: string,
): Promise<string[]> {
  const notices: string[] = [];
  const [first = 0, ...others] = numbers;
  const tab = await session.openTab(`http://journal.example/${first}`);
  await select(tab, '#words');
  const popup = await session.clickToolbarButton();
  await expect.poll(() => readClipForm(popup)).toHaveProperty('Quote 1 of 1');
  await fileInPopup(popup, { comment: `On report ${first}.`, section });
  for (const number of others) {
    await tab.goTo(`http://journal.example/${number}`);
    await select(tab, '#words');
    await session.pressQuoteShortcut();
    notices.push((await waitForNotice(tab)).words);
  }
  await tab.close();
  return notices;
}

/** A month of an analyst. Each test of a browser continues where the one before ended. */
describe.each(BROWSERS)('a month in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  /** The Markdown of each week's issue as it was published last. */
  const published = new Map<number, string>();
  beforeAll(async () => {
    room = await openNewsroom(browser, { responders });
    desk = await openDesk(room.session);
  });
  beforeEach(({ skip }) => {
    if (!room.session.hasScreen) skip('needs Xvfb and xdotool');
  });
  afterAll(() => room.close());

  const shownText = (tab = desk) => tab.run(() => document.body.innerText);
  const isRestored = async (options: TabView) =>
    (await shownText(options)).includes('The backup is restored');
  const issueTitled = async (title: string) =>
    (await readIssues(desk)).find((issue) => issue.title === title);
  const titleOf = (week: number) => (week === 1 ? 'Week 1, corrected' : `Week ${week}`);
  const numbersOf = (week: number) =>
    Array.from({ length: CLIPS_A_WEEK }, (_, place) => (week - 1) * CLIPS_A_WEEK + place + 1);

  async function clipWeek(week: number): Promise<void> {
    const before = (await readClips(desk)).length;
    await clipArticles(room.session, numbersOf(week), `Ports in week ${week}`);
    await expect.poll(async () => (await readClips(desk)).length).toBe(before + CLIPS_A_WEEK);
  }

  async function beginIssue(tab: TabView): Promise<void> {
    await clickOn(tab, 'New issue');
    await expect.poll(() => shownText(tab)).toContain('This is the new draft.');
  }

  async function nameIssue(tab: TabView, title: string): Promise<void> {
    await tab.bringToFront();
    // Firefox's driver sometimes types into another tab when one was closed before.
    for (let attempt = 1; attempt <= 3 && (await issueTitled(title)) === undefined; attempt += 1) {
      await fillIn(tab, 'Title of the issue', title);
      await waitFor('the title', () => issueTitled(title), 4_000).catch(() => undefined);
    }
    expect(await issueTitled(title)).toBeDefined();
  }

  async function copyMarkdown(tab: TabView): Promise<string> {
    await tab.bringToFront();
    await exportAs(tab, 'Copy Markdown');
    await expect.poll(() => shownText(tab)).toContain('Markdown copied.');
    return tab.readClipboard('text/plain');
  }

  async function publish(week: number, tab = desk): Promise<void> {
    await clickOn(tab, 'Mark as published');
    await expect.poll(() => shownText(tab)).toContain('Correct this issue…');
    published.set(week, await copyMarkdown(tab));
  }

  async function openIssue(title: string): Promise<void> {
    const issue = await issueTitled(title);
    desk = await room.session.openExtensionPage(`desk/index.html#issue=${issue?.id}`);
    await expect.poll(() => desk.run(() => document.querySelector('main') !== null)).toBe(true);
  }

  it('begins with a week that is clipped, titled and published', { timeout: LONG }, async () => {
    await clipWeek(1);
    await nameIssue(desk, 'Week 1');
    await publish(1);
    expect(published.get(1)?.match(/Report \d+ from the ports\]/gu)).toHaveLength(CLIPS_A_WEEK);
  });

  it('goes on with two drafts in two tabs, both of which can be written', { timeout: LONG }, async () => {
    await beginIssue(desk);
    await clipWeek(2);
    await nameIssue(desk, 'Week 2');
    const other = await openDesk(room.session);
    await beginIssue(other);
    await nameIssue(other, 'Special');
    await nameIssue(desk, 'Week 2, revised');
    await nameIssue(other, 'Week 3');
    await other.close();
    expect((await readIssues(desk)).map(({ title }) => title).sort()).toEqual([
      'Week 1',
      'Week 2, revised',
      'Week 3',
    ]);
    await nameIssue(desk, 'Week 2');
  });

  it('restores a clip of a published issue into the inbox', { timeout: LONG }, async () => {
    const [binned] = (await readClips(desk)).slice(-1);
    await desk.bringToFront();
    await desk.run((id) => document.getElementById(`item-${id}`)?.focus(), binned?.id ?? '');
    await desk.press('Delete');
    await expect.poll(async () => (await readClips(desk)).length).toBe(2 * CLIPS_A_WEEK - 1);
    await publish(2);
    await clickOn(desk, 'Bin (1)');
    await clickOn(desk, 'Restore');
    await expect.poll(async () => (await readClips(desk)).length).toBe(2 * CLIPS_A_WEEK);
    const restored = (await readClips(desk)).find(({ id }) => id === binned?.id);
    expect(isInbox(restored?.issueId ?? '')).toBe(true);
    expect(await copyMarkdown(desk)).toBe(published.get(2));
  });

  it('corrects the first issue, and fills and publishes the third', { timeout: LONG }, async () => {
    await openIssue('Week 1');
    await expect.poll(() => shownText()).toContain('Correct this issue…');
    await clickOn(desk, 'Correct this issue…');
    await expect.poll(() => shownText()).toContain('Publish the correction');
    await nameIssue(desk, 'Week 1, corrected');
    await clickOn(desk, 'Publish the correction');
    await expect.poll(() => shownText()).toContain('corrected on');
    const corrected = await copyMarkdown(desk);
    expect(corrected).toContain('Week 1, corrected');
    published.set(1, corrected);
    await openIssue('Week 3');
    await clipWeek(3);
    await publish(3);
    expect(published.get(3)?.match(/Report \d+ from the ports\]/gu)).toHaveLength(CLIPS_A_WEEK);
  });

  it(
    'takes in the backup of another machine, and changes nothing that was published',
    { timeout: LONG },
    async () => {
      const theirs = await openNewsroom('chromium', { responders }); // a test cannot read a download of Firefox
      await clipArticles(theirs.session, THEIRS, 'Rails');
      const bytes = await saveBackup(await theirs.session.openExtensionPage('options/index.html#backup'));
      await theirs.close();
      const ours = await readClips(desk);
      const options = await room.session.openExtensionPage('options/index.html#backup');
      await chooseBackup(options, bytes);
      // The last lines of the preview move the button: a click may come where it was.
      for (let attempt = 1; attempt <= 3 && !(await isRestored(options)); attempt += 1) {
        await clickOn(options, 'Merge');
        await waitFor('the merge', () => isRestored(options), 5_000).catch(() => undefined);
      }
      await expect
        .poll(async () => (await readClips(options)).map(({ headline }) => headline), { timeout: 20_000 })
        .toEqual(expect.arrayContaining(['Report 901 from the ports', 'Report 902 from the ports']));
      const ids = new Set((await readClips(options)).map(({ id }) => id));
      expect(ours.filter(({ id }) => !ids.has(id))).toEqual([]);
      await options.close();
      for (const week of [1, 2, 3]) {
        await openIssue(titleOf(week));
        expect(await copyMarkdown(desk)).toBe(published.get(week));
      }
    },
  );

  it('ends with the fourth issue, and with every clip at its place', { timeout: LONG }, async () => {
    await beginIssue(desk);
    await nameIssue(desk, 'Week 4');
    await clipWeek(4);
    await publish(4);
    const clips = await readClips(desk);
    for (const week of WEEKS) {
      const issue = await issueTitled(titleOf(week));
      const inIssue = clips.filter(({ issueId }) => issueId === issue?.id);
      expect(inIssue).toHaveLength(week === 2 ? CLIPS_A_WEEK - 1 : CLIPS_A_WEEK);
    }
    const headlines = clips.map(({ headline }) => headline);
    const expected = [...WEEKS.flatMap(numbersOf), ...THEIRS].map(
      (number) => `Report ${number} from the ports`,
    );
    expect(headlines.sort()).toStrictEqual(expected.sort());
  });

  it(
    'keeps a second newsletter apart, for which an article can be clipped once more',
    { timeout: LONG },
    async () => {
      const before = await readClips(desk);
      const options = await room.session.openExtensionPage('options/index.html#masthead');
      await fillIn(options, 'Title of a further newsletter', 'Markets');
      await options.press('Enter');
      await expect
        .poll(() => options.run(() => document.querySelector('select')?.value))
        .toMatch(/^newsletter-/u);
      const markets = await options.run(() => document.querySelector('select')?.value);
      await options.close();
      await desk.bringToFront();
      await clickOn(desk, 'Newsletter: Untitled (1)');
      await chooseItem(desk, 'Markets');
      await expect.poll(() => shownText()).toContain('Newsletter: Markets');
      const notices = await clipArticles(room.session, [1, 777], 'Prices');
      expect(notices.join()).toContain('Clipped to Markets · Prices');
      await expect.poll(async () => (await readClips(desk)).length).toBe(before.length + 2);
      const added = (await readClips(desk)).filter(({ id }) => !before.some((clip) => clip.id === id));
      expect(added.map(({ headline }) => headline).sort()).toEqual([
        'Report 1 from the ports',
        'Report 777 from the ports',
      ]);
      const issues = await readIssues(desk);
      for (const { issueId } of added)
        expect([issueId, issues.find(({ id }) => id === issueId)?.newsletterId]).toContain(markets);
      for (const week of WEEKS) {
        await openIssue(titleOf(week));
        expect(await copyMarkdown(desk)).toBe(published.get(week));
      }
    },
  );
});
