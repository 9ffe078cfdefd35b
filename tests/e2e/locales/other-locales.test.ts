import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInPopup } from '../../../scripts/browsers/clip-filing.ts';
import type { ChromiumView } from '../../../scripts/browsers/chromium-view.ts';
import type { ChromiumSession } from '../../../scripts/browsers/chromium.ts';
import { waitFor } from '../../../scripts/browsers/session.ts';
import { readMessages, type Messages } from '../../../scripts/locales.ts';
import { SAMPLE_ARTICLES } from '../../../scripts/samples/articles.ts';
import type { Newsroom } from '../newsroom.ts';
import { openNewsroomIn } from './newsroom-in-language.ts';

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهي';

/** The messages with Arabic letters in place of Latin ones; placeholders and the language stay what the pages need. */
function writeInArabicLetters(english: Messages): Messages {
  const write = (message: string) =>
    message.replaceAll(
      /(?<!\$)[a-z]/giu,
      (letter) => LETTERS.at(letter.charCodeAt(0) % LETTERS.length) ?? letter,
    );
  const entries = Object.entries(english).map(
    ([key, { message }]) => [key, { message: write(message) }] as const,
  );
  return { ...Object.fromEntries(entries), languageOfStrings: { message: 'ar' } };
}

/** A Chromium whose interface is in a language that this build has messages for. */
async function openInLanguage(language: string, messages: Messages, folder: string) {
  const extension = join(folder, 'build');
  cpSync('dist/chrome', extension, { recursive: true });
  mkdirSync(join(extension, '_locales', language));
  writeFileSync(join(extension, '_locales', language, 'messages.json'), JSON.stringify(messages));
  return openNewsroomIn(language, extension);
}

/** How many pixels of a page are beside its window. */
function widthBeside(view: ChromiumView): Promise<number> {
  return view.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The names of the rules that axe finds broken. */
async function findViolations(view: ChromiumView): Promise<string[]> {
  await view.page.evaluate(axe.source);
  const { violations } = (await view.page.evaluate('axe.run()')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

describe('with messages in Arabic', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-arabic-'));
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    room = await openInLanguage('ar', writeInArabicLetters(readMessages('en')), folder);
  });
  afterAll(async () => {
    await room.close();
    rmSync(folder, { recursive: true });
  });

  it('the popup is drawn from right to left, and files a clip', async () => {
    const article = await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    await waitFor('the headline', () => popup.run(() => document.querySelector('textarea')?.value !== ''));
    expect(await popup.run(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect(await widthBeside(popup)).toBe(0);
    expect(await findViolations(popup)).toEqual([]);
    await fileInPopup(popup, { section: 'اقتصاد', comment: 'مهم' });
    await article.close();
  });

  it.each(['desk/index.html', 'options/index.html', 'options/index.html#style', 'options/welcome.html'])(
    '%s is drawn from right to left, and nothing is beside a window of 360 pixels',
    async (path) => {
      const page = await room.session.openExtensionPage(path);
      await waitFor('the page', () => page.run(() => document.querySelectorAll('button').length > 0));
      expect(await page.run(() => getComputedStyle(document.body).direction)).toBe('rtl');
      expect(await findViolations(page)).toEqual([]);
      await page.page.setViewport({ width: 360, height: 740 });
      expect(await widthBeside(page)).toBe(0);
      await page.close();
    },
  );

  it('the desk has its outline and its empty fields at the right, and an English preview at the left', async () => {
    const desk = await room.session.openExtensionPage('desk/index.html');
    await waitFor('the clip', () => desk.run(() => document.querySelector('.outline-headline') !== null));
    const [outline, manuscript] = await desk.run(() =>
      ['.outline-headline', 'main h3'].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().right,
      ),
    );
    expect(outline).toBeGreaterThan(manuscript ?? Infinity);
    await desk.page.setViewport({ width: 1400, height: 900 });
    await waitFor('the preview of an English issue, from left to right', () =>
      desk.run(() => document.querySelector<HTMLElement>('.issue-preview')?.dir === 'ltr'),
    );
    expect(
      await desk.run(() =>
        [...document.querySelectorAll(':placeholder-shown')].map(
          (field) => getComputedStyle(field).direction,
        ),
      ),
    ).not.toContain('ltr');
    await desk.close();
  });
});

describe('with a few messages in Spanish', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-spanish-'));
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    const messages = { languageOfStrings: { message: 'es' }, uiComment: { message: 'Comentario' } };
    room = await openInLanguage('es', messages, folder);
  });
  afterAll(async () => {
    await room.close();
    rmSync(folder, { recursive: true });
  });

  it('the popup shows these, and English for the others', async () => {
    await room.session.openTab(SAMPLE_ARTICLES.daily);
    const popup = await room.session.clickToolbarButton();
    await waitFor('the comment', () => popup.run(() => document.body.innerText.includes('Comentario')));
    expect(await popup.run(() => document.body.innerText)).toContain('Section');
    expect(await popup.run(() => document.documentElement.lang)).toBe('es');
  });
});
