import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumView } from '../../scripts/browsers/chromium-view.ts';
import type { ChromiumSession } from '../../scripts/browsers/chromium.ts';
import { keepPopupOpen } from './kept-popup.ts';
import { clickOn } from '../../scripts/browsers/controls.ts';
import { select } from '../../scripts/browsers/select.ts';
import { SAMPLE_ARTICLES } from '../../scripts/samples/articles.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';
import { readClipForm } from './clip-form.ts';

const SCHEMES = ['light', 'dark'] as const;

/** The errors that axe finds, by all its rules (that of WCAG 2.2 for the size of targets is off unless asked for), one line for each rule, with the elements concerned. */
async function findViolations(view: ChromiumView, scheme: 'light' | 'dark'): Promise<string[]> {
  await view.setColorScheme(scheme);
  await view.page.evaluate(axe.source);
  const { violations } = (await view.page.evaluate(
    'axe.run({ rules: { "target-size": { enabled: true } } })',
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

describe('every page can be used by everyone, says axe:', () => {
  let room: Newsroom<ChromiumSession>;
  beforeAll(async () => {
    room = await openNewsroom('chromium');
  });
  afterAll(() => room.close());

  it('the popup', async () => {
    await keepPopupOpen(room.session);
    const article = await room.session.openTab(SAMPLE_ARTICLES.chinese);
    await select(article, '#c2');
    const popup = await room.session.clickToolbarButton();
    await expect.poll(() => readClipForm(popup)).toHaveProperty('Quote 1 of 1');
    for (const scheme of SCHEMES) expect(await findViolations(popup, scheme)).toEqual([]);
    await popup.press('Control+Enter');
    await expect.poll(() => popup.run(() => document.querySelector('.notice-success') !== null)).toBe(true);
    for (const scheme of SCHEMES) expect(await findViolations(popup, scheme)).toEqual([]);
    await popup.close();
  });

  it.each(['desk/index.html', 'options/index.html', 'options/index.html#style', 'options/index.html#backup'])(
    '%s',
    async (path) => {
      const page = await room.session.openExtensionPage(path);
      await expect.poll(() => page.run(() => document.querySelectorAll('button').length)).toBeGreaterThan(3);
      for (const scheme of SCHEMES) expect(await findViolations(page, scheme)).toEqual([]);
    },
  );

  it('the page of the first day', async () => {
    const page = await room.session.openExtensionPage('options/welcome.html');
    await expect.poll(() => page.run(() => document.querySelectorAll('li').length)).toBe(5);
    for (const scheme of SCHEMES) expect(await findViolations(page, scheme)).toEqual([]);
    await page.page.setViewport({ width: 320, height: 640 });
    expect(
      await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  });

  it('the desk while formatted text is written on', async () => {
    const desk = await room.session.openExtensionPage('desk/index.html');
    await clickOn(desk, 'Introduction');
    await expect
      .poll(() => desk.run(() => document.activeElement?.matches('.ProseMirror') === true))
      .toBe(true);
    for (const scheme of SCHEMES) expect(await findViolations(desk, scheme)).toEqual([]);
  });

  it('the field of a date at the desk, in which each press of Tab shows where it leads', async () => {
    const desk = await room.session.openExtensionPage('desk/index.html');
    await clickOn(desk, 'Add a clip');
    const field = 'dialog input[type=date]';
    // The dialog moves the focus when it has opened.
    await expect.poll(() => desk.run(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await desk.run((date) => document.querySelector<HTMLElement>(date)?.focus(), field);
    const isInField = () => desk.run((date) => document.activeElement?.matches(date) === true, field);
    const pictures: string[] = [];
    while (await isInField()) {
      pictures.push(await photographAround(desk, field));
      await desk.press('Tab');
    }
    pictures.push(await photographAround(desk, field));
    expect(pictures.length).toBeGreaterThan(4); // month, day, year, calendar, and none of them
    expect(new Set(pictures).size).toBe(pictures.length);
    expect(await photographAround(desk, field)).toBe(pictures.at(-1));
  });
});

/** A picture of an element and the ring around it. */
async function photographAround({ page }: ChromiumView, selector: string): Promise<string> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await (await page.$(selector))?.boundingBox()) ?? {};
  const clip = { x: x - 4, y: y - 4, width: width + 8, height: height + 8 };
  return page.screenshot({ clip, encoding: 'base64' });
}
