import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { REPORT } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { openOptionsPage } from './options-page';

const sample = () => page.getByRole('figure', { name: 'Sample' });

async function openHouseStyle() {
  const { database } = await openOptionsPage('style');
  await expect.element(sample()).toBeVisible();
  return async () => (await readPreferences(database)).houseStyle;
}

it('shows at once what a style does to an issue, and stores it', async () => {
  const stored = await openHouseStyle();
  await expect
    .element(sample())
    .toHaveTextContent('Table of Contents: Trade Diplomacy 1) Trade Ministers meet');
  await page.getByLabelText('Section numbers').selectOptions('1. 2. 3.');
  await page.getByLabelText('Table of contents', { exact: true }).click();
  await page.getByLabelText('Between headline and outlet').selectOptions('Headline | Outlet');
  await page.getByLabelText('Label before a comment').fill('Note:');
  await page.getByLabelText('Between two quotes').fill('[…]');
  await expect
    .element(sample())
    .toHaveTextContent(
      /setting\.\s*1\. Trade Ministers meet over port dues \| The Harbour Daily.*\[…\].*Note: The third/u,
    );
  await expect.poll(stored).toStrictEqual({
    ...REPORT,
    numbering: 'period',
    hasContents: false,
    outletMark: ' | ',
    commentLabel: 'Note:',
    gapMark: '[…]',
  });
});

it.each([
  { label: 'Clips', choice: 'One line each', set: { itemForm: 'line' }, shown: 'li a' },
  {
    label: 'Headlines',
    choice: 'As headings, the outlet below',
    set: { headlineForm: 'heading' },
    shown: 'h4',
  },
  { label: 'Outlets', choice: 'Italic', set: { outletFace: 'italic' }, shown: 'p em' },
  { label: 'Link to the article', choice: 'Outlet', set: { linked: 'outlet' }, shown: 'a' },
  {
    label: 'Order',
    choice: 'Outlet · Headline · Date · Language',
    set: { headingOrder: 'outlet headline date language' },
  },
  { label: 'Date and language label', choice: '(Date, language)', set: { labelForm: 'parentheses' } },
  {
    label: 'Show languages',
    choice: 'For outlets in several languages',
    set: { showsLanguage: 'outlets' },
  },
  { label: 'Show dates', choice: 'Never', set: { showsDate: 'never' } },
  { label: 'Show languages', choice: 'Always', set: { showsLanguage: 'always' } },
  { label: 'Quotes', choice: 'In quotation marks', set: { quoteForm: 'marks' } },
  { label: 'Language of translated quotes', choice: 'In translation', set: { quotesIn: 'translation' } },
  {
    label: 'Quotes of grouped clips',
    choice: 'Below the headlines of all',
    set: { groupForm: 'headlines' },
    shown: 'blockquote',
  },
  { label: 'Speakers', choice: 'Name: Words', set: { speakerForm: 'plain' } },
  { label: 'Speakers’ names', choice: 'Italic', set: { speakerFace: 'italic' }, shown: 'blockquote em' },
  { label: 'Style of that label', choice: 'Bold', set: { commentLabelFace: 'bold' }, shown: 'p strong' },
])('sets $label to “$choice”, in the sample at once', async ({ label, choice, set, shown = 'p' }) => {
  const stored = await openHouseStyle();
  const before = sample().element().textContent;
  await page.getByLabelText(label, { exact: true }).selectOptions(choice);
  await expect.poll(stored).toStrictEqual({ ...REPORT, ...set });
  await expect.poll(() => sample().element().querySelector(shown)).not.toBeNull();
  if (shown === 'p' && set.showsLanguage === undefined)
    expect(sample().element().textContent).not.toBe(before);
});

it('writes dates and labels in the language of the issue', async () => {
  await openHouseStyle();
  await page.getByLabelText('Language of the issue').selectOptions('Russian');
  await expect.element(sample()).toHaveTextContent('[20 февр.] [китайский]');
  await page.getByLabelText('Dates', { exact: true }).selectOptions('20 февраля 2026 г.');
  await expect.element(sample()).toHaveTextContent('[20 февраля 2026 г.]');
});

it('has the words of the issue’s language, unless they are the analyst’s own', async () => {
  const stored = await openHouseStyle();
  const language = page.getByLabelText('Language of the issue');
  await page.getByLabelText('Heading of the table of contents').fill('In this issue');
  await language.selectOptions('Russian');
  await expect.element(sample()).toHaveTextContent('Комментарий:');
  await language.selectOptions('zh-Hans');
  await expect.element(sample()).toHaveTextContent('评论：');
  await expect
    .poll(stored)
    .toMatchObject({ contentsTitle: 'In this issue', commentLabel: '评论：', archiveLabel: '存档' });
  await page.getByLabelText('Start from').selectOptions('Report');
  await expect.poll(stored).toMatchObject({ contentsTitle: '目录：' });
  await expect.element(page.getByLabelText('Start from')).toHaveValue('report');
  await language.selectOptions('fr');
  await expect.poll(stored).toMatchObject({ contentsTitle: 'Table of Contents:', commentLabel: 'Comment:' });
});

it('takes over a style to start from, with Undo', async () => {
  const stored = await openHouseStyle();
  await expect.element(page.getByLabelText('Start from')).toHaveValue('report');
  await page.getByLabelText('Bylines').click();
  await expect.element(page.getByLabelText('Start from')).toHaveValue('own');
  await page.getByLabelText('Start from').selectOptions('Links');
  await expect.poll(stored).toStrictEqual(HOUSE_STYLES.links);
  await expect.element(sample().getByRole('listitem').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(stored).toStrictEqual({ ...REPORT, hasByline: true });
});

it('shows the sample below the headings of the page', async () => {
  await openHouseStyle();
  await userEvent.tab();
  expect(sample().element().querySelectorAll('h1, h2')).toHaveLength(0);
  await expect.element(sample().getByRole('heading', { level: 3 }).first()).toHaveTextContent('1) Trade');
});

/** Clicks on words of the sample: at their first letter. */
async function clickOnSample(words: string, selector: string): Promise<void> {
  const block = [...document.querySelectorAll(`.sample ${selector}`)].find(({ textContent }) =>
    textContent.includes(words),
  );
  const walker = document.createTreeWalker(block ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at === -1) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    node.parentElement?.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = range.getBoundingClientRect();
    const box = sample().element().getBoundingClientRect();
    await userEvent.click(sample(), { position: { x: x - box.x + width / 2, y: y - box.y + height / 2 } });
    return;
  }
  throw new Error(`no ${words}`);
}

it.each([
  { part: 'the dash', words: '–', selector: 'p', label: 'Between headline and outlet' },
  { part: 'the headline', words: 'Ministers meet', selector: 'p', label: 'Headlines' },
  { part: 'the outlet', words: 'The Harbour Daily', selector: 'p', label: 'Outlets' },
  { part: 'a number', words: '1)', selector: 'h3', label: 'Section numbers' },
  { part: 'the label of a comment', words: 'Comment', selector: 'p', label: 'Label before a comment' },
  { part: 'a quote', words: 'two sides', selector: 'blockquote p', label: 'Quotes' },
  { part: 'the table of contents', words: 'Trade', selector: 'li', label: 'Table of contents' },
])('leads from $part in the sample to its setting', async ({ words, selector, label }) => {
  await openHouseStyle();
  await page.viewport(1280, 900);
  await clickOnSample(words, selector);
  await expect.element(page.getByLabelText(label, { exact: true })).toHaveFocus();
});

it.each([320, 360])('needs no more room than a window of %i px', async (width) => {
  await openHouseStyle();
  await page.viewport(width, 740);
  await expect.poll(() => document.documentElement.clientWidth).toBe(width);
  expect(document.documentElement.scrollWidth).toBe(width);
});
