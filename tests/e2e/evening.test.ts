import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, exportAs, fillIn } from '../../scripts/browsers/controls.ts';
import { waitFor, type TabView } from '../../scripts/browsers/session.ts';
import type { Manuscript, ManuscriptClip } from '../../src/news/manuscript.ts';
import { REPORT } from '../../src/news/house-style.ts';
import { TARGETS, type Target } from '../../src/newsletter/targets.ts';
import { composeIssue } from '../../src/newsletter/issue-tree.ts';
import { printHtml } from '../../src/newsletter/to-html.ts';
import { printMarkdown } from '../../src/newsletter/to-markdown.ts';
import { readHtml } from '../newsletter/printed-blocks.ts';
import { dragToSection } from './drag.ts';
import { BROWSERS, openNewsroom, type Newsroom } from './newsroom.ts';
import { readClips, readIssues } from './stored.ts';
import { openWeek, readOutline, WEEK, WEEK_ORDER } from './week.ts';

const TITLE = 'The week, in order';
const ADDRESS = 'https://letters.example/p/1';
const CLIP_COUNT = WEEK_ORDER.flat().length;
const ALL_FILED = [...WEEK_ORDER, []];
/** Milliseconds. On a busy machine, all these keys and drags take a long time. */
const LONG = 180_000;
/** An editor on another site. It contains what the browser makes of a paste. */
const EDITOR = 'http://editor.example/';
const EDITOR_PAGE = '<!doctype html><title>Editor</title><div contenteditable autofocus></div>';

/** The week is drafted today; days of another year are printed with their year. */
const ISSUE = composeIssue({ title: TITLE, sections: WEEK.sections.map(dated) }, REPORT);

function dated(section: Manuscript['sections'][number]): Manuscript['sections'][number] {
  const year = String(new Date().getFullYear());
  const hasYear = ({ publishedOn = year }: ManuscriptClip) => !publishedOn.startsWith(year);
  return {
    ...section,
    clips: section.clips.map((clip) => (hasYear(clip) ? { ...clip, showsYear: true } : clip)),
  };
}

/** From the evening's first clip to the next issue. Each test of a browser continues where the one before ended. */
describe.each(BROWSERS)('an evening at the desk in %s', (browser) => {
  let room: Newsroom;
  let desk: TabView;
  beforeAll(async () => {
    room = await openNewsroom(browser, {
      responders: {
        'editor.example': (_, response) => {
          response.setHeader('Content-Type', 'text/html').end(EDITOR_PAGE);
        },
      },
    });
    desk = await openWeek(room.session);
  });
  afterAll(() => room.close());

  const countInbox = async () => (await readOutline(desk)).at(-1)?.length;
  const focused = () => desk.run(nameFocused);
  const shownText = () => desk.run(() => document.body.innerText);

  /** Presses Tab until the control of that name has the focus. */
  async function tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let press = 0; press < 400; press += 1) {
      if ((await focused()) === name) return;
      await desk.press(key);
    }
    throw new Error(`No key leads to ${name}`);
  }

  /** Moves the focus to a line of the outline with the arrow keys, and checks after each key where it is. */
  async function goToLine(id: string): Promise<void> {
    for (let press = 0; press < 200; press += 1) {
      const steps = await desk.run(stepsTo, `item-${id}`);
      if (steps === 0) return;
      await desk.press(steps < 0 ? 'ArrowUp' : 'ArrowDown');
      // Firefox may not have handled the key yet. A key that came while the line was moving is pressed again.
      const hasGone = async () => (await desk.run(stepsTo, `item-${id}`)) !== steps;
      await waitFor('the key', hasGone, 1000).catch(() => undefined);
    }
    throw new Error(`No arrows lead to ${id}`);
  }

  async function fileByNumber(id: string, section: number): Promise<void> {
    await goToLine(id);
    await desk.press(String(section + 1));
    await expect.poll(async () => (await readOutline(desk))[section]?.at(-1)).toBe(id);
    await expect.poll(() => desk.run(() => document.activeElement?.role)).toBe('treeitem');
  }

  it('adds a section and puts the sections in order, with the keyboard alone', async () => {
    await tabTo('New section');
    await desk.type(WEEK.sections.at(-1)?.title ?? '');
    await desk.press('Enter');
    await expect.poll(async () => (await readOutline(desk)).length).toBe(WEEK_ORDER.length + 1);
    await tabTo('line', 'Shift+Tab');
    await goToLine('section-1');
    await desk.press('Alt+ArrowUp');
    await expect
      .poll(async () => (await readIssues(desk))[0]?.sections.map(({ title }) => title))
      .toEqual(WEEK.sections.map(({ title }) => title));
  });

  it(
    `files ${CLIP_COUNT} shuffled clips in the order of the issue, with the keyboard alone`,
    async () => {
      for (const [place, ids] of WEEK_ORDER.entries()) for (const id of ids) await fileByNumber(id, place);
      expect(await readOutline(desk)).toEqual(ALL_FILED);
    },
    LONG,
  );

  it(`takes back ${CLIP_COUNT} steps, one a key, and does the last again`, async () => {
    for (let step = 1; step <= CLIP_COUNT; step += 1) {
      await desk.press('Control+z');
      await expect.poll(countInbox).toBe(step);
    }
    await desk.press('Control+y');
    await expect.poll(countInbox).toBe(CLIP_COUNT - 1);
    await desk.press('Control+z');
    await expect.poll(countInbox).toBe(CLIP_COUNT);
  });

  it('is as it was left when it is closed and opened again', async () => {
    await desk.close();
    desk = await room.session.openExtensionPage('desk/index.html');
    await expect.poll(countInbox).toBe(CLIP_COUNT);
    expect((await readOutline(desk)).slice(0, -1)).toEqual(WEEK_ORDER.map(() => []));
  });

  it(
    'files the clips in the order of the issue by dragging',
    async ({ skip }) => {
      if (browser === 'firefox' && !room.session.hasScreen) skip('needs Xvfb and xdotool');
      for (const [place, ids] of WEEK_ORDER.entries())
        for (const id of ids) {
          await dragToSection(desk, `item-${id}`, place);
          await expect.poll(async () => (await readOutline(desk))[place]?.at(-1)).toBe(id);
        }
      expect(await readOutline(desk)).toEqual(ALL_FILED);
    },
    LONG,
  );

  it('prints the issue that was wanted', async () => {
    await fillIn(desk, 'Title of the issue', TITLE);
    await exportAs(desk, 'Copy Markdown');
    await expect.poll(shownText).toContain('Markdown copied.');
    expect(await desk.readClipboard('text/plain')).toBe(printMarkdown(ISSUE));
  });

  it('is pasted into an editor of another site with its words, headings, lists, quotes and links', async () => {
    await exportAs(desk, 'Copy rich text');
    await expect.poll(shownText).toContain('Copied as rich text');
    const editor = await room.session.openTab(EDITOR);
    await editor.click('[contenteditable]');
    await editor.press('Control+v');
    await waitFor('the paste', () =>
      editor.run(() => document.querySelector('div')?.firstElementChild !== null),
    );
    expect(comparable(await editor.run(printEditor))).toEqual(comparable(printHtml(ISSUE)));
    await editor.close();
  });

  it('is printed whole and alone, black on white, though the desk is dark', async () => {
    await desk.setColorScheme('dark');
    await desk.run(keepWhatIsPrinted);
    expect((await desk.print()).toString('latin1')).toMatch(/^%PDF-/u);
    await desk.setColorScheme('light');
    const [printed = '', words = '', ...colours] = await desk.run(readWhatIsPrinted);
    expect(comparable(printed)).toEqual(comparable(printHtml(ISSUE)));
    expect(words).not.toContain('Mark as published');
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('is pasted from each target’s copy with no address of Clipsheet’s own', async () => {
    const editor = await room.session.openTab(EDITOR);
    // `navigator.clipboard.read` cleans the HTML, so the test pastes, as an editor would.
    await editor.run(() =>
      addEventListener('paste', ({ clipboardData }) => {
        document.documentElement.lang = clipboardData?.getData('text/html') ?? '';
      }),
    );
    for (const { name } of Object.values<Target>(TARGETS).filter(({ format }) => format === 'html')) {
      await desk.bringToFront();
      const said = name.replace(/^Email/u, 'email');
      await exportAs(desk, `Copy for ${said}`);
      await expect.poll(shownText).toContain(`Copied for ${said}`);
      await editor.bringToFront();
      await editor.click('[contenteditable]');
      await editor.press('Control+v');
      const part = name === 'Ghost' ? '<a href="#1-' : '<h2';
      await expect
        .poll(() => editor.run((wanted) => document.documentElement.lang.includes(wanted), part))
        .toBe(true);
      expect(await editor.run(() => document.documentElement.lang.includes('-extension:'))).toBe(false);
      await editor.run(() => {
        document.documentElement.lang = '';
        document.querySelector('[contenteditable]')?.replaceChildren(); // the pasted content is taller than the window
      });
    }
    await editor.close();
  });

  it('is marked as published, and the next issue begins empty', async () => {
    await desk.bringToFront();
    await clickOn(desk, 'Mark as published');
    await fillIn(desk, 'Address of the issue', ADDRESS);
    // In Marionette, clicks may overtake keys.
    await expect.poll(() => desk.run(() => (document.activeElement as HTMLInputElement).value)).toBe(ADDRESS);
    await clickOn(desk, 'New issue');
    await expect.poll(async () => (await readIssues(desk)).length).toBe(2);
    await expect.poll(async () => (await readOutline(desk)).flat()).toEqual([]);
    const published = (await readIssues(desk)).find(({ publication }) => publication !== undefined);
    expect(published?.publication?.address).toBe(ADDRESS);
  });

  it('makes a draft of the week’s clips, and leaves them in their issue', async () => {
    await clickOn(desk, 'Days: all');
    await clickOn(desk, 'Last 7 days');
    await clickOn(desk, 'Make a draft of these clips');
    await expect.poll(async () => (await readOutline(desk)).flat().length).toBe(CLIP_COUNT);
    const published = (await readIssues(desk)).find(({ publication }) => publication !== undefined);
    const clips = await readClips(desk);
    expect(clips.filter(({ issueId }) => issueId === published?.id)).toHaveLength(CLIP_COUNT);
    expect(clips).toHaveLength(2 * CLIP_COUNT);
  });
});

/** Elements that an editor may add around words and that change nothing: `span`, `font`. */
function comparable(html: string) {
  return readHtml(html).map(({ kind, text, marks }) => ({
    kind,
    text,
    marks: marks.filter((mark) => /^(?:a |img |em$|strong$)/u.test(mark)),
  }));
}

/** Runs in the page. Returns how many lines below the focused one the line is; negative if it is above. */
function stepsTo(id: string): number {
  const lines = [...document.querySelectorAll('.outline-tree [role=treeitem]')].map((line) => line.id);
  return lines.indexOf(id) - lines.indexOf(document.activeElement?.id ?? '');
}

/** Runs in the page. */
function printEditor(): string {
  const nodes = [...(document.querySelector('div')?.childNodes ?? [])];
  return nodes.map((node) => new XMLSerializer().serializeToString(node)).join('');
}

/** Runs in the page. Keeps in its attributes what the page shows, in which colours, once it has the styles for paper. */
function keepWhatIsPrinted(): void {
  matchMedia('print').addEventListener(
    'change',
    () => {
      const { color } = getComputedStyle(document.querySelector('.printed-issue p') ?? document.body);
      const { backgroundColor } = getComputedStyle(document.documentElement);
      const nodes = [...document.querySelectorAll('.printed-issue .issue-part > *')];
      const html = nodes.map((node) => new XMLSerializer().serializeToString(node)).join('');
      const seen = [html, document.body.innerText, color, backgroundColor];
      document.body.setAttribute('data-printed', JSON.stringify(seen));
    },
    { once: true },
  );
}

/** Runs in the page. */
function readWhatIsPrinted(): string[] {
  return JSON.parse(document.body.getAttribute('data-printed') ?? '[]') as string[];
}

/** Runs in the page. Returns the name of the focused control; `line` in the outline. */
function nameFocused(): string {
  const control = document.activeElement;
  if (control?.role === 'treeitem') return 'line';
  const label = (control as Partial<HTMLInputElement> | null)?.labels?.[0]?.textContent;
  return control?.ariaLabel ?? label ?? control?.textContent ?? '';
}
