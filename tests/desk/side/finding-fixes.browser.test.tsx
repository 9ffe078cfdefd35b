import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readClip } from '../../../src/storage/clip-lookup';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { changeIssue } from '../../../src/storage/issues';
import { startNewIssue } from '../../../src/storage/new-issue';
import { openFreshDatabase } from '../../storage/fresh-database';
import { chooseTool, clip, readManuscript, showDesk } from '../shown-desk';

it('fixes what it finds in texts, at the place that it leads to; Undo reverts each', async () => {
  const database = await openFreshDatabase();
  const tracked = 'https://daily.example/x?utm_source=y';
  const quotes = [
    { id: 'one', markdown: 'Nothing here.' },
    { id: 'two', markdown: `So [they](${tracked}) say.` },
  ];
  const id = await clip(database, 'Talks', 'Ports', {
    comment: `![A chart](https://a.example/c.png) is \u2062odd, [they](${tracked}) say.`,
    quotes,
  });
  const desk = await showDesk(database);
  await desk.changeIssue((issue) => ({ ...issue, title: 'The Week', introduction: `[So](${tracked})` }), {
    name: 'Edited',
  });
  await page.getByRole('button', { name: 'Checks (4)' }).click();
  await page
    .getByRole('button', { name: /records who follows it.*Talks/u })
    .first()
    .click();
  await expect.element(page.getByRole('textbox', { name: 'Quote 2 of 2', exact: true })).toHaveFocus();
  const fixes = ['Clean the link', 'Clean the link', 'Remove these characters', 'Keep only its description'];
  for (const [place, fix] of fixes.entries()) {
    await page.getByRole('button', { name: fix }).first().click();
    const others = fixes.length - place - 1;
    const name = others === 0 ? 'Checks' : `Checks (${others})`;
    await expect.element(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  const clean = '[they](<https://daily.example/x>)';
  expect(await readClip(database, id)).toMatchObject({
    comment: `A chart is odd, ${clean} say.`,
    quotes: [{ markdown: 'Nothing here.' }, { markdown: `So ${clean} say.`, isEdited: true }],
  });
  expect(await readCurrentIssue(database)).toMatchObject({ introduction: '[So](<https://daily.example/x>)' });
  let left = fixes.length;
  while (left-- > 0) await desk.undo();
  expect(await readClip(database, id)).toMatchObject({ quotes });
});

it('merges clips of one article, removes a repeated quote and an empty section, inserts what the page says', async () => {
  const database = await openFreshDatabase();
  const passage = 'The tariff would be one for all three ports, said three people who have read the draft.';
  const comment = 'Striking.';
  await clip(database, 'Talks', 'Ports', { comment, quotes: [{ id: 'a', markdown: passage }] });
  const again = await clip(database, 'Again', 'Ports', { comment, quotes: [{ id: 'b', markdown: passage }] });
  const desk = await showDesk(database);
  const edit = { name: 'Edited' };
  await desk.changeIssue((issue) => ({ ...issue, title: 'The Week' }), edit);
  await desk.changeIssue(
    (issue) => ({ ...issue, sections: [...issue.sections, { id: 'rail', title: 'Rail' }] }),
    edit,
  );
  await desk.changeClip(
    again,
    ({ outlet, ...others }) => ({
      ...others,
      candidates: { outlet: [{ value: 'The Herald', source: 'og:site_name' }] },
    }),
    edit,
  );
  await page.getByRole('button', { name: 'Checks (3)' }).click();
  for (const fix of ['Remove the section', 'Insert “The Herald”', 'Remove the quote here'])
    await page.getByRole('complementary').getByRole('button', { name: fix }).click();
  await expect.element(page.getByRole('button', { name: 'Checks', exact: true })).toBeVisible();
  expect(await readClip(database, again)).toMatchObject({ outlet: 'The Herald', quotes: [] });
  expect((await readCurrentIssue(database)).sections).toMatchObject([{ title: 'Ports' }]);
  await desk.changeClip(
    again,
    (given) => ({ ...given, address: 'https://daily.example/Talks', articleKey: 'daily.example/Talks' }),
    edit,
  );
  await page.getByRole('button', { name: 'Merge the two clips' }).click();
  await expect.poll(readManuscript).toEqual(['Ports: Talks']);
  await desk.undo();
  await expect.poll(readManuscript).toEqual(['Ports: Talks, Again']);
});

it('says that the title is that of the last issue, and that the cover has no picture, and takes one', async () => {
  const database = await openFreshDatabase();
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, title: 'The Week' }));
  const next = await startNewIssue(database);
  const cover = { caption: 'A crane.' };
  await changeIssue(database, next.id, (issue) => ({ ...issue, title: 'The Week', cover }));
  await clip(database, 'Talks', 'Ports', { comment: 'Striking.', quotes: [] });
  await showDesk(database);
  await page.getByRole('button', { name: 'Checks (2)' }).click();
  await page.getByRole('button', { name: /^The last issue had the same title/u }).click();
  await expect.element(page.getByLabelText('Title of the issue')).toHaveFocus();
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
  const picture = await canvas.convertToBlob();
  await page
    .getByRole('complementary')
    .getByLabelText('Choose a cover picture')
    .upload(new File([picture], 'crane.png', { type: 'image/png' }));
  await expect.element(page.getByRole('button', { name: 'Checks (1)' })).toBeVisible();
  const { pictureId, ...words } = (await readCurrentIssue(database)).cover ?? {};
  expect(pictureId).toBeDefined();
  expect(words).toEqual(cover);
});

it('asks for another link where one is marked as dead, offers the saved text, and prints the headline with it', async () => {
  const database = await openFreshDatabase();
  const id = await clip(database, 'Talks', 'Ports', { comment: 'Striking.', quotes: [] });
  const desk = await showDesk(database);
  await desk.changeIssue((issue) => ({ ...issue, title: 'The Week' }), { name: 'Edited' });
  await chooseTool('Talks', 'Mark the link as dead');
  const archive = page.getByRole('textbox', { name: 'Archive link' });
  await expect.element(archive).toHaveFocus();
  await page.getByRole('button', { name: 'Checks (1)' }).click();
  await page.getByRole('button', { name: /^The link is dead, and there is no other.*Talks/u }).click();
  await expect.element(archive).toHaveFocus();
  await archive.fill('https://archive.example/talks');
  await page.getByRole('textbox', { name: 'Alternative source' }).fill('https://herald.example/talks');
  await page.getByRole('group', { name: 'The link is dead' }).getByText('Saved text').click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(page.getByRole('button', { name: 'Checks', exact: true })).toBeVisible();
  expect(await readClip(database, id)).toMatchObject({
    address: 'https://daily.example/Talks',
    archiveAddress: 'https://archive.example/talks',
    alternativeAddress: 'https://herald.example/talks',
    isLinkDead: true,
  });
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('complementary');
  await expect
    .element(preview.getByRole('link', { name: 'Talks' }))
    .toHaveAttribute('href', 'https://archive.example/talks');
  await expect
    .element(preview.getByRole('link', { name: 'Alternative source' }))
    .toHaveAttribute('href', 'https://herald.example/talks');
  await chooseTool('Talks', 'The link works');
  await expect
    .element(preview.getByRole('link', { name: 'Archive' }))
    .toHaveAttribute('href', 'https://archive.example/talks');
  expect(await readClip(database, id)).not.toHaveProperty('isLinkDead');
});
