import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, openComment, showDesk } from '../shown-desk';

const WARNING = /^The pasted text contains a picture/u;
const warning = () => page.getByText(WARNING);

/** Pastes HTML into the comment of the only clip. */
async function paste(html: string): Promise<void> {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
  await openComment('Talks');
  const data = new DataTransfer();
  data.setData('text/html', html);
  document
    .querySelector('.ProseMirror')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

async function pastePicture(): Promise<void> {
  await paste('<p>a <img src="https://spy.example/x.gif" alt=""> b</p>');
  await expect.element(warning()).toBeVisible();
}

it('says how many hidden words of a paste were left out', async () => {
  await paste('<p>Seen <span style="display: none">secret words</span> too</p>');
  await expect.element(page.getByText('2 hidden words left out.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Comment' })).not.toHaveTextContent('secret');
});

it('says that only the beginning of a very long paste was pasted', async () => {
  await paste(`<p>Seen ${'“'.repeat(6_000)}</p>`);
  await expect.element(page.getByText(/Only its beginning was pasted/u)).toBeVisible();
});

it('warns of a pasted picture as long as it is in the field, and no longer', async () => {
  await pastePicture();
  await userEvent.keyboard(' more words');
  await expect.element(page.getByRole('textbox', { name: 'Comment' })).toHaveTextContent('b more words');
  await expect.element(warning()).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}');
  await expect.element(warning()).not.toBeInTheDocument();
});

it('takes the warning of a pasted picture away with Undo of the paste', async () => {
  await pastePicture();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(warning()).not.toBeInTheDocument();
});

it('takes the warning of a pasted picture away when the field is left', async () => {
  await pastePicture();
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await expect.element(warning()).not.toBeInTheDocument();
});

it('shows the addresses of pictures and links without words where text is read, and loads nothing', async () => {
  const database = await openFreshDatabase();
  const comment =
    'a ![](https://spy.example/1.gif) b ![A spy](https://spy.example/2.gif) c [](https://empty.example/) d';
  await clip(database, 'Talks', 'Diplomacy', { comment });
  await showDesk(database);
  for (const place of ['.clip', '.issue-preview']) {
    await expect.poll(() => document.querySelectorAll(`${place} .address-box`).length).toBe(3);
    const boxes = [...document.querySelectorAll<HTMLElement>(`${place} .address-box`)];
    for (const box of boxes) expect(box.offsetWidth).toBeGreaterThan(100);
    expect(boxes.map((box) => getComputedStyle(box, '::after').content)).toEqual([
      '" https://spy.example/1.gif"',
      '" A spy https://spy.example/2.gif"',
      '" https://empty.example/"',
    ]);
    expect(document.querySelector(`${place} img`)).toBeNull();
  }
});
