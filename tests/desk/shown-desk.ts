import { render } from 'preact';
import { onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Desk } from '../../desk/state/desk';
import type { ClipContent } from '../../src/news/clip';
import type { Database } from '../../src/storage/database/database';
import { saveClip } from '../../src/storage/saved-clip';
import { article, tickingClock } from '../storage/fresh-database';
import { drawDesk } from './drawn-desk';
import { translate } from './english';

export { translate };

/** Shows the desk in the page, on a database of its own, with its editor already loaded. */
export async function showDesk(database: Database): Promise<Desk> {
  await page.viewport(1440, 900);
  const desk = await drawDesk(database);
  onTestFinished(async () => {
    render(null, document.body);
    await desk.readAgain(); // unfinished work ends before the database is closed
  });
  return desk;
}

/** Stores a clip of an article with this headline and an address of its own. */
export async function clip(
  database: Database,
  headline: string,
  newSection?: string,
  content: Partial<ClipContent> = {},
): Promise<string> {
  const saved = await saveClip(database, {
    content: {
      ...article,
      address: `https://daily.example/${encodeURIComponent(headline)}`,
      headline,
      ...content,
    },
    ...(newSection !== undefined && { newSection }),
  });
  return saved.clip.id;
}

/** The headlines in the manuscript, each after the title of its section. */
export function readManuscript(): string[] {
  return [...document.querySelectorAll('.section')].map((section) => {
    const headlines = [...section.querySelectorAll('.clip')].map((entry) => entry.getAttribute('aria-label'));
    return `${section.getAttribute('aria-label')}: ${headlines.join(', ')}`;
  });
}

/** Stores a clip in the inbox that was clipped at noon of a day in the browser's time zone. */
export async function clipOfDay(database: Database, day: string, headline: string): Promise<void> {
  const clock = { ...tickingClock(headline), now: () => new Date(`${day}T12:00:00`) };
  await saveClip(
    database,
    { content: { ...article, address: `https://daily.example/${headline}`, headline } },
    clock,
  );
}

/** Opens the comment of the clip with this headline, with the cursor at its end. */
export async function openComment(headline: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(`^${headline}`, 'u') }).click();
  await page.getByRole('textbox', { name: 'Comment', exact: true }).click();
  await userEvent.keyboard('{Control>}{End}{/Control}');
}

/** Replaces the text of a formatted field. Each line becomes a paragraph. */
export async function writeProse(label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click();
  await userEvent.keyboard(`{Control>}a{/Control}${text.replace(/\n+/gu, '{Enter}')}`);
}

/** Opens another issue with the list at the top of the desk: the first whose line matches. */
export async function openIssue(line: RegExp): Promise<void> {
  await page.getByRole('banner').getByRole('button').first().click();
  await page.getByRole('dialog', { name: 'Issues' }).getByRole('button', { name: line }).first().click();
}

/** Chooses an action in the menu of a clip or a note in the manuscript. */
export async function chooseTool(name: string, item: string): Promise<void> {
  const entry = page.getByRole('article', { name, exact: true });
  await entry.getByRole('button', { name: `More for “${name}”` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
