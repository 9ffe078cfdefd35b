import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readClip } from '../../src/storage/clip-lookup';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { saveSnapshot } from '../../src/storage/snapshots';
import { changePreferences } from '../../src/storage/stored-preferences';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, readManuscript, showDesk } from './shown-desk';

it('lists before sending what to check, and leads there', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.', quotes: [] });
  await clip(database, 'THREE PORTS AGREE ON A TARIFF', 'Diplomacy', { comment: 'So “they say.' });
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks (2)' }).click();
  await page.getByRole('button', { name: /The headline is in capitals/u }).click();
  await expect.element(page.getByLabelText('Headline', { exact: true }).first()).toHaveFocus();
  await page.getByLabelText('Headline', { exact: true }).first().fill('Three ports agree on a tariff');
  await expect.element(page.getByRole('button', { name: 'Checks (1)' })).toBeVisible();
});

it('says that an issue without clips has none, and not that it is ready', async () => {
  await showDesk(await openFreshDatabase());
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks', exact: true }).click();
  const side = page.getByRole('complementary');
  await expect.element(side.getByText('No clips yet')).toBeVisible();
  await expect.element(side.getByText('No problems found')).not.toBeInTheDocument();
});

it.each([
  [1440, 900],
  [360, 740],
])('leads to the exact field, %i pixels wide', async (width, height) => {
  const database = await openFreshDatabase();
  const id = await clip(database, 'Talks', 'Diplomacy', {
    comment: 'Striking.',
    address: 'https://daily.example/a?utm_source=x',
  });
  const desk = await showDesk(database);
  await desk.changeIssue((issue) => ({ ...issue, title: 'The “Week', introduction: 'So „it is.' }), {
    name: 'Edited',
  });
  await desk.changeClip(id, ({ outlet, ...others }) => others, { name: 'Edited' });
  await page.viewport(width, height);
  const goTo = async (finding: RegExp) => {
    desk.show({ part: 'side' });
    await page.getByRole('button', { name: /^Checks/u }).click();
    await page.getByRole('button', { name: finding }).click();
  };
  await goTo(/^Quotation marks do not match.*Title/u);
  await expect.element(page.getByLabelText('Title of the issue')).toHaveFocus();
  await goTo(/^Quotation marks do not match.*Introduction/u);
  await expect.element(page.getByLabelText('Introduction')).toHaveFocus();
  await goTo(/^No outlet/u);
  await expect.element(page.getByRole('textbox', { name: 'Outlet', exact: true })).toHaveFocus();
  await goTo(/^The address contains tracking/u);
  await expect.element(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveFocus();
});

it('fixes what it can at once: a tracking address, capitals, a clip without section; Undo reverts it', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
  const id = await clip(database, 'THREE PORTS AGREE ON A TARIFF', 'Ports', {
    comment: 'At last.',
    address: 'https://daily.example/ports?id=7&utm_source=mail',
  });
  const { id: issueId } = await readCurrentIssue(database);
  await changeIssue(database, issueId, (issue) => ({ ...issue, sections: issue.sections.slice(0, 1) }));
  const desk = await showDesk(database);
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByRole('button', { name: 'Clean the address' }).click();
  await page.getByRole('button', { name: 'Change to lower case' }).click();
  const place = page.getByRole('complementary').getByRole('button', { name: 'Move to section' });
  await place.click();
  await page.getByRole('menuitem', { name: '1 Diplomacy' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks, Three ports agree on a tariff']);
  expect(await readClip(database, id)).toMatchObject({ address: 'https://daily.example/ports?id=7' });
  for (let act = 0; act < 3; act += 1) await desk.undo();
  expect(await readClip(database, id)).toMatchObject({
    address: 'https://daily.example/ports?id=7&utm_source=mail',
    headline: 'THREE PORTS AGREE ON A TARIFF',
  });
});

it("says what the target's editor would change", async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'So:\n\n| a | b |\n|---|---|\n| 1 | 2 |' });
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks', exact: true }).click();
  await page.getByLabelText('Paste into').selectOptions('Substack');
  await page.getByRole('button', { name: 'Substack has no tables, so each row becomes a line' }).click();
  await expect.element(page.getByLabelText('Headline', { exact: true }).first()).toHaveFocus();
  expect(await readPreferences(database)).toMatchObject({ target: 'substack' });
});

it('leads to the credit of the cover that leaves a quotation mark open', async () => {
  const database = await openFreshDatabase();
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, cover: { credit: 'Photo: “Xinhua' } }));
  await showDesk(database);
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByRole('button', { name: /^Quotation marks.*Credit/u }).click();
  await expect.element(page.getByRole('textbox', { name: 'Credit' })).toHaveFocus();
});

it('links the table of contents for Substack by the address of the draft', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  const desk = await showDesk(database);
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByLabelText('Paste into').selectOptions('Substack');
  const field = page.getByRole('textbox', { name: 'Address of the draft on Substack' });
  await field.fill('https://week.substack.com/publish/home');
  await expect.element(page.getByText('Not the address of a post', { exact: false })).toBeVisible();
  await field.fill('https://week.substack.com/publish/post/12');
  await expect.poll(() => desk.content.issue.draftAddress).toBe('https://week.substack.com/publish/post/12');
  await expect.element(page.getByText('Not the address of a post', { exact: false })).not.toBeInTheDocument();
});

it('shows how long a mail is, and that it is too long', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'short' });
  const long = await clip(database, 'More talks', 'Diplomacy', { comment: 'short' });
  const desk = await showDesk(database);
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByLabelText('Paste into').selectOptions('Email (plain)');
  await expect.element(page.getByText('Size: 1 KB. Gmail cuts off messages over 102 KB.')).toBeVisible();
  await desk.changeClip(long, (each) => ({ ...each, comment: '里海 '.repeat(15_000) }), { name: 'Edited' });
  await expect
    .element(page.getByText(/^Size: 10[34] KB\. Gmail cuts off messages over 102 KB\./u))
    .toBeVisible();
});

it('says how many words of an article are quoted, over the limit that is set', async () => {
  const database = await openFreshDatabase();
  await changePreferences(database, (preferences) => ({ ...preferences, mostQuotedWords: 3 }));
  await clip(database, 'Talks', 'Diplomacy', {
    comment: 'Striking.',
    quotes: [{ id: 'q', markdown: 'They will meet again.' }],
  });
  await showDesk(database);
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByRole('button', { name: /^4 words quoted from this article; your limit is 3/u }).click();
  await expect.element(page.getByRole('textbox', { name: 'Quote 1 of 1', exact: true })).toHaveFocus();
});

it('drops what is intentional from the list, one, of a clip or of a kind, until it changes; Undo lists it again', async () => {
  const database = await openFreshDatabase();
  const id = await clip(database, 'THREE PORTS AGREE', 'Ports', { comment: 'So “they say.' });
  await clip(database, 'FOUR PORTS AGREE', 'Ports', { comment: 'Striking.', quotes: [] });
  const desk = await showDesk(database);
  await desk.changeIssue((issue) => ({ ...issue, title: 'The Week' }), { name: 'Edited' });
  const tab = (count: number) =>
    page.getByRole('button', { name: count === 0 ? 'Checks' : `Checks (${count})`, exact: true });
  await tab(3).click();
  const markAs = async (item: string) => {
    await page.getByRole('button', { name: 'This is intentional' }).first().click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await markAs('Only this');
  await expect.element(tab(2)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.element(tab(3)).toBeVisible();
  await markAs('All 2 findings about this clip');
  await expect.element(tab(1)).toBeVisible();
  await expect.element(page.getByText('2 findings are intentional')).toBeVisible();
  await desk.changeClip(id, (given) => ({ ...given, headline: 'FIVE PORTS AGREE' }), { name: 'Edited' });
  await expect.element(tab(2)).toBeVisible();
  await markAs('All 2 findings of this kind');
  await expect.element(tab(0)).toBeVisible();
  expect((await readCurrentIssue(database)).meant).toHaveLength(4);
  await page.getByRole('button', { name: 'Show again' }).click();
  await expect.element(tab(3)).toBeVisible();
});

it('lists three findings of a kind at first, also of 200 clips, and all when asked', async () => {
  const database = await openFreshDatabase();
  for (let number = 1; number <= 200; number += 1)
    await clip(database, `PORT ${number} AGREES`, 'Ports', { comment: 'Striking.', quotes: [] });
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks (200)' }).click();
  const findings = page.getByRole('button', { name: /^The headline is in capitals/u });
  await expect.poll(() => findings.elements().length).toBe(3);
  await page.getByRole('button', { name: 'Show 197 more' }).click();
  await expect.poll(() => findings.elements().length).toBe(200);
});

it('finds a quote that cuts words of the saved text, leads to it, and completes the words', async () => {
  const database = await openFreshDatabase();
  const textQuote = {
    exact: 'rruption at the [ports](https://ports.example/a) is n',
    prefix: 'The president said that co',
    suffix: 'othing new.',
  };
  const block = { exact: 'tariffs', prefix: 'Subjects: ports', suffix: 'talks' };
  const id = await clip(database, 'Talks', 'Diplomacy', {
    comment: 'Striking.',
    quotes: [
      { id: 'cut', markdown: '**rruption** at the ports is [n](https://ports.example/a)', textQuote },
      { id: 'list', markdown: 'tariffs', textQuote: block },
    ],
  });
  const desk = await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await expect.element(page.getByRole('button', { name: 'Checks', exact: true })).toBeVisible();
  const text = 'He said that corruption at the ports is nothing new.\n\n- ports\n- tariffs\n- talks';
  await saveSnapshot(database, id, { text });
  await page.getByRole('button', { name: 'Checks (1)' }).click();
  await page.getByRole('button', { name: /^The quote starts or ends in the middle of a word/u }).click();
  await expect.element(page.getByRole('textbox', { name: 'Quote 1 of 2', exact: true })).toHaveFocus();
  await page.getByRole('button', { name: 'Complete the word' }).click();
  await expect.element(page.getByRole('button', { name: 'Checks', exact: true })).toBeVisible();
  const written = async () => (await readClip(database, id))?.quotes.map(({ markdown }) => markdown);
  expect(await written()).toEqual([
    '**corruption** at the ports is [nothing](https://ports.example/a)',
    'tariffs',
  ]);
  await desk.undo();
  await expect.element(page.getByRole('button', { name: 'Checks (1)' })).toBeVisible();
});

it('finds an outlet that is only a host name, and offers a name that was in the page', async () => {
  const database = await openFreshDatabase();
  const id = await clip(database, 'Talks', 'Diplomacy', {
    comment: 'Striking.',
    outlet: 'daily.example',
  });
  await clip(database, 'More talks', 'Diplomacy', { comment: 'Striking.', quotes: [], outlet: 'Lenta.ru' });
  const outlet = ['daily.example', 'The Daily'].map((value) => ({ value, source: 'page' }));
  const desk = await showDesk(database);
  await desk.changeClip(id, (given) => ({ ...given, candidates: { outlet } }), { name: 'Edited' });
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks (1)' }).click();
  await page.getByRole('button', { name: /^The outlet is only a host name/u }).click();
  await expect.element(page.getByRole('textbox', { name: 'Outlet', exact: true })).toHaveFocus();
  await page.getByRole('button', { name: 'Checks (1)' }).click();
  await page.getByRole('button', { name: 'Insert “The Daily”' }).click();
  await expect.element(page.getByRole('button', { name: 'Checks', exact: true })).toBeVisible();
  expect(await readClip(database, id)).toMatchObject({ outlet: 'The Daily' });
});

it.each([
  [1440, 900],
  [360, 740],
])(
  'says beside the button that publishes how many checks are open, %i pixels wide',
  async (width, height) => {
    const database = await openFreshDatabase();
    await clip(database, 'THREE PORTS AGREE ON A TARIFF', 'Ports', { comment: 'So “they say.' });
    await showDesk(database);
    await page.viewport(width, height);
    await page.getByLabelText('Title of the issue').fill('The Week');
    const publishing = page.getByRole('button', { name: 'Mark as published' });
    await page.getByRole('button', { name: '2 open checks' }).click();
    await expect.element(page.getByRole('button', { name: 'Checks (2)' })).toHaveFocus();
    await page.getByRole('button', { name: 'This is intentional' }).first().click();
    await page.getByRole('menuitem', { name: 'All 2 findings about this clip' }).click();
    await expect.element(page.getByRole('button', { name: 'Checks', exact: true })).toBeVisible();
    if (width === 360) await page.getByRole('button', { name: 'Manuscript', exact: true }).click();
    await expect.element(publishing).toBeVisible();
    await expect.element(page.getByRole('button', { name: /open check/u })).not.toBeInTheDocument();
  },
);
