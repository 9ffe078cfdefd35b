import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, exportAs, fillIn } from '../../scripts/browsers/controls.ts';
import { putStored } from '../../scripts/browsers/database.ts';
import type { TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { readClipForm } from './clip-form.ts';
import { chooseBackup, printBackup } from './month/backup-file.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readIssues } from './stored.ts';
import { fileInPopup } from '../../scripts/browsers/clip-filing.ts';

const AT = '2026-11-13T09:00:00.000Z';

describe.each(BROWSERS)('a published issue in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  let published: Copies;
  beforeAll(async () => {
    room = await openNewsroom(browser);
    desk = await room.session.openExtensionPage('desk/index.html');
  });
  afterAll(() => room.close());

  const shownText = () => desk.run(() => document.body.innerText);

  async function clipArticle(): Promise<void> {
    await room.session.openTab(SAMPLE_ARTICLES.letter);
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Headline');
    await fileInPopup(popup, { comment: 'Quite so.', section: 'Transport' });
    await desk.bringToFront();
  }

  async function copyAll(): Promise<Copies> {
    await desk.bringToFront();
    await exportAs(desk, 'Copy rich text');
    await expect.poll(shownText).toContain('Copied as rich text');
    const html = await desk.readClipboard('text/html');
    await exportAs(desk, 'Copy Markdown');
    await expect.poll(shownText).toContain('Markdown copied.');
    return { html, markdown: await desk.readClipboard('text/plain') };
  }

  async function switchContents(): Promise<void> {
    const options = await room.session.openExtensionPage('options/index.html#style');
    await clickOn(options, 'Table of contents');
    await expect.poll(() => options.run(() => document.body.innerText)).toContain('Saved');
    await options.close();
  }

  it('is copied as the same bytes after the house style was changed', async () => {
    await clipArticle();
    await fillIn(desk, 'Title of the issue', 'One Ticket');
    await expect.poll(async () => (await readIssues(desk))[0]?.title).toBe('One Ticket');
    const draft = await copyAll();
    await clickOn(desk, 'Mark as published');
    await expect.poll(shownText).toContain('Correct this issue…');
    await switchContents();
    await desk.reload();
    await expect.poll(shownText).toContain('Correct this issue…');
    published = await copyAll();
    expect(published).toStrictEqual(draft);
  });

  it('is copied as it was corrected, in the house style of the correction', async () => {
    await clickOn(desk, 'Correct this issue…');
    await fillIn(desk, 'Title of the issue', 'Two Tickets');
    await expect.poll(async () => (await readIssues(desk))[0]?.title).toBe('Two Tickets');
    await clickOn(desk, 'Publish the correction');
    await expect.poll(shownText).toContain('corrected on');
    const corrected = await copyAll();
    expect(corrected.markdown).toMatch(/^# Two Tickets\n/u);
    expect(corrected.markdown).not.toContain('Table of Contents');
    published = corrected;
  });

  it('is stored as printed if an earlier version published it, before the options can change its style', async () => {
    const [issue] = await readIssues(desk);
    const { corrections, edits, publication, ...old } = issue ?? {};
    expect(corrections).toHaveLength(1);
    await putStored(desk, { issues: [{ ...old, publication: { on: publication?.on } }], editions: [] }, [
      'editions',
    ]);
    await desk.goTo('about:blank');
    await switchContents();
    desk = await room.session.openExtensionPage('desk/index.html');
    await expect.poll(shownText).toContain('Correct this issue…');
    expect(await copyAll()).toStrictEqual(published);
  });

  it('goes again with Undo of the restored backup that it was in, after the desk has stored it as printed', async () => {
    const about = { changedAt: AT, revision: 1 };
    const issue = { id: 'old', sections: [], createdAt: AT, publication: { on: '2026-11-13' }, ...about };
    const clip = { id: 'note', issueId: 'old', rank: 'a0', clippedAt: AT, ...about };
    const content = { headline: 'Ports', quotes: [], showDate: true, showLanguage: false };
    const bytes = printBackup([
      { store: 'issues', record: issue },
      { store: 'clips', record: { ...clip, ...content } },
    ]);
    const before = await readIssues(desk);
    const options = await room.session.openExtensionPage('options/index.html#backup');
    await chooseBackup(options, [...Buffer.from(bytes)]);
    await clickOn(options, 'Merge');
    await expect
      .poll(async () => (await readIssues(desk)).find(({ id }) => id === 'old')?.publication?.editionId)
      .toBeDefined();
    await clickOn(options, 'Undo');
    await expect
      .poll(() => options.run(() => document.body.innerText))
      .toContain('Everything is as it was before.');
    expect(await readIssues(desk)).toStrictEqual(before);
    await options.close();
  });
});

interface Copies {
  html: string;
  markdown: string;
}
