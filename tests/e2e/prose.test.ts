import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, exportAs, fillIn } from '../../scripts/browsers/controls.ts';
import { select } from '../../scripts/browsers/select.ts';
import type { TabView } from '../../scripts/browsers/session.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm } from './clip-form.ts';
import { readClips, readIssues } from './stored.ts';
import { fileInPopup } from '../../scripts/browsers/clip-filing.ts';

const COMMENT = `Quite **new** today

- one
- two

See the [letter](https://daily.example/letter)`;

describe.each(BROWSERS)('formatted text at the desk in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser);
  });
  afterAll(() => room.close());

  const shownText = () => desk.run(() => document.body.innerText);
  const storedComment = async () => (await readClips(desk))[0]?.comment;

  it('is written by keys: bold, a list, a link', async () => {
    const article = await room.session.openTab(SAMPLE_ARTICLES.letter);
    await select(article, '#s3');
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Quote 1 of 1');
    await fileInPopup(popup, { section: 'Transport' });
    desk = await room.session.openExtensionPage('desk/index.html');
    await expect.poll(shownText).toContain('A tariff is a promise.');
    await clickOn(desk, 'More for “A tariff is not a timetable”');
    await clickOn(desk, 'Edit');
    await expect.poll(() => desk.run(isEditorFocused)).toBe(true);
    await desk.type('Quite ');
    await desk.press('Control+b');
    await desk.type('new');
    await desk.press('Control+b');
    await desk.type(' today');
    await desk.press('Enter');
    await desk.type('- one');
    await desk.press('Enter');
    await desk.type('two');
    await desk.press('Enter');
    await desk.press('Enter');
    await desk.type('See the letter');
    await desk.press('Control+Shift+ArrowLeft');
    await expect.poll(() => desk.run(() => document.getSelection()?.toString())).toBe('letter');
    await desk.press('Control+k');
    await expect.poll(() => desk.run(() => document.activeElement?.localName)).toBe('input');
    await desk.type('daily.example/letter');
    await desk.press('Enter');
    await expect.poll(storedComment).toBe(COMMENT);
  });

  it('takes rich text in by a real paste', async () => {
    await exportAs(desk, 'Copy rich text');
    await expect.poll(shownText).toContain('Copied as rich text');
    await clickOn(desk, 'Introduction');
    await expect.poll(() => desk.run(isEditorFocused)).toBe(true);
    await desk.press('Control+v');
    await expect.poll(async () => (await readIssues(desk))[0]?.introduction).toContain(`Quite **new** today`);
    const introduction = (await readIssues(desk))[0]?.introduction;
    expect(introduction).toContain('[A tariff is not a timetable](https://thelongsiding.letters.example/');
    expect(introduction).toContain('> “A tariff is a promise. A timetable is a service.”');
    expect(introduction).toContain('- one\n- two');
  });

  it('comes from one desk into another by the clipboard as it was, a picture too', async () => {
    const picture = '![chart](https://a.example/c.png)';
    const introduction = async () => (await readIssues(desk))[0]?.introduction ?? '';
    await fillIn(desk, 'Subtitle', `Of another desk ${picture}`);
    await desk.press('Control+a');
    await desk.press('Control+x');
    await clickOn(desk, 'Introduction');
    await expect.poll(() => desk.run(isEditorFocused)).toBe(true);
    await desk.press('Control+a');
    await desk.press('Control+v');
    await expect.poll(introduction).toBe(`Of another desk ${picture}`);
    await expect.poll(shownText).toContain('The pasted text contains a picture');
    await desk.press('Control+a');
    await desk.press('Control+c');
    const other = await room.session.openExtensionPage('desk/index.html');
    await clickOn(other, 'Sign-off');
    await expect.poll(() => other.run(isEditorFocused)).toBe(true);
    await other.press('Control+v');
    await expect.poll(async () => (await readIssues(desk))[0]?.signOff).toBe(`Of another desk ${picture}`);
    expect(await other.run(() => document.body.innerText)).not.toContain('The pasted text contains');
    await other.close();
    await desk.bringToFront();
  });

  it('is there again when the desk has been loaded anew, and in the issue that is copied', async () => {
    await desk.reload();
    await expect.poll(shownText).toContain('See the letter');
    expect(await desk.run(() => document.querySelector('.comment strong')?.textContent)).toBe('new');
    await exportAs(desk, 'Copy Markdown');
    await expect.poll(shownText).toContain('Markdown copied.');
    const markdown = await desk.readClipboard('text/plain');
    expect(markdown).toContain(
      'Comment: Quite **new** today\n\n* one\n* two\n\nSee the [letter](https://daily',
    );
  });
});

/** Runs in the page. */
function isEditorFocused(): boolean {
  return document.activeElement?.matches('.ProseMirror') === true;
}
