import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../../desk/state/text-edit';
import { readClip } from '../../../src/storage/clip-lookup';
import { changeClip } from '../../storage/changed-clip';
import type { Database } from '../../../src/storage/database/database';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, openComment, showDesk } from '../shown-desk';

let database: Database;
let id: string;
beforeEach(async () => {
  database = await openFreshDatabase();
  id = await clip(database, 'Talks', 'Diplomacy');
});

const comment = () => page.getByRole('textbox', { name: 'Comment', exact: true });
const tool = (name: string) => page.getByRole('button', { name, exact: true });
const stored = async () => {
  await flushTextEdits();
  return (await readClip(database, id))?.comment;
};
const keys = (text: string) => userEvent.keyboard(text);

async function edit(markdown?: string): Promise<void> {
  if (markdown !== undefined) await changeClip(database, id, (clip) => ({ ...clip, comment: markdown }));
  await showDesk(database);
  await openComment('Talks');
}

it('writes bold and italics typed with their shortcuts as Markdown', async () => {
  await edit();
  await keys('Quite {Control>}b{/Control}new{Control>}b{/Control} and {Control>}i{/Control}odd');
  await expect.element(tool('Italic')).toHaveAttribute('aria-pressed', 'true');
  expect(await stored()).toBe('Quite **new** and *odd*');
});

it.each([
  ['**bold** and', '**bold** and'],
  ['it is *so*', 'it is *so*'],
  ['- one{Enter}two{Enter}{Enter}End', '- one\n- two\n\nEnd'],
  ['3. three{Enter}four', '3. three\n4. four'],
  ['> he said', '> he said'],
  ['[[it](https://a.example/) is', '[it](https://a.example/) is'],
  ['see https://a.example/b now', 'see <https://a.example/b> now'],
  ['中文**重要**的', '中文**重要**的'],
  ['2 * 3 * 4 and a_b_c', '2 \\* 3 \\* 4 and a_b_c'],
  ['one{Enter}two{Shift>}{Enter}{/Shift}three', 'one\n\ntwo\\\nthree'],
])('converts typed Markdown to its format: %s', async (typed, expected) => {
  await edit();
  await keys(typed);
  expect(await stored()).toBe(expected);
});

it('restores the typed characters by Backspace', async () => {
  await edit();
  await keys('*so*{Backspace}');
  expect(await stored()).toBe('\\*so\\*');
});

it('links words to an address typed in the usual way, and removes the link', async () => {
  await edit('The Daily');
  await keys('{Control>}ak{/Control}');
  await expect.element(page.getByLabelText('Address of the link')).toHaveFocus();
  await keys('daily.example/x{Enter}');
  await expect.element(comment()).toHaveFocus();
  expect(await stored()).toBe('[The Daily](https://daily.example/x)');
  await keys('{Control>}ak{/Control}');
  await expect.element(page.getByLabelText('Address of the link')).toHaveValue('https://daily.example/x');
  await tool('Remove the link').click();
  expect(await stored()).toBe('The Daily');
});

it('says if something is not an address, and closes by Escape', async () => {
  await edit('Words');
  await keys('{Control>}ak{/Control}');
  await page.getByLabelText('Address of the link').fill('javascript:alert(1)');
  await keys('{Enter}');
  await expect.element(page.getByText('Not an address.')).toBeVisible();
  await keys('{Escape}');
  await expect.element(comment()).toHaveFocus();
  expect(await stored()).toBe('Words');
});

it('can be used by its toolbar, which is one tab stop', async () => {
  await edit('One');
  await tool('Bulleted list').click();
  await expect.element(comment()).toHaveFocus();
  expect(await stored()).toBe('- One');
  await userEvent.tab();
  await expect.element(tool('Bold')).toHaveFocus();
  await keys('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
  expect(await stored()).toBe('1. One');
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(comment()).not.toHaveFocus();
});

it('never rewrites text that was only opened and closed', async () => {
  const written = '* one\n* two\n\n__Bold__   and\nmore';
  await edit(written);
  await keys('{Control>}a{/Control}x');
  await keys('{Control>}z{/Control}');
  await keys('{Escape}');
  await flushTextEdits();
  expect((await readClip(database, id))?.comment).toBe(written);
});

it('undoes typing inside the text, and the whole edit outside', async () => {
  await edit();
  await keys('First');
  await keys('{Control>}z{/Control}');
  expect(await stored()).toBeUndefined();
  await keys('{Control>}y{/Control}');
  expect(await stored()).toBe('First');
  await keys('{Escape}{Control>}z{/Control}');
  await expect.poll(async () => (await readClip(database, id))?.comment).toBeUndefined();
});

it('opens with the cursor where it is clicked', async () => {
  await edit('First words\n\nlast **bold** ones');
  await keys('{Escape}');
  const words = [...document.querySelectorAll('[data-part=comment] strong')][0];
  if (words === undefined) throw new Error('no words');
  await userEvent.click(words, { position: { x: 1, y: 4 } });
  await keys('X');
  expect(await stored()).toBe('First words\n\nlast X**bold** ones');
});

it('shows what is written elsewhere, and an undo of the session', async () => {
  await edit('Ours');
  await changeClip(database, id, (clip) => ({ ...clip, comment: 'Theirs' }));
  await expect.element(comment()).toHaveTextContent('Theirs');
  await keys('{End}, later');
  expect(await stored()).toBe('Theirs, later');
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.element(comment()).toHaveTextContent(/^Theirs$/u);
});

it('cleans pasted rich text', async () => {
  await edit();
  const data = new DataTransfer();
  data.setData(
    'text/html',
    `<meta charset="utf-8"><b style="font-weight:normal"><p onclick="x()">It <span style="font-weight:700">is</span>
     <a href="javascript:alert(1)">so</a>, <a href="https://a.example/">says</a> <em>one</em></p>
     <ul><li>a</li><li>b</li></ul><script>evil()</script><img src="https://spy.example/x.gif"></b>`,
  );
  data.setData('text/plain', 'no');
  const target = document.querySelector('.ProseMirror');
  target?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  expect(await stored()).toBe(
    'It **is** so, [says](https://a.example/) *one*\n\n- a\n- b\n\n![](https://spy.example/x.gif)',
  );
});

/** Content that a page's copy handler may have put on the clipboard. */
function paste(html: string, text = ''): void {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', text);
  document
    .querySelector('.ProseMirror')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

it.each([
  [
    'a picture that nobody sees',
    '<p data-pm-slice="1 1 []">words<span data-address="https://tracker.example/px.gif"></span></p>',
    'words',
  ],
  [
    'Markdown of its own',
    '<pre class="prose-source" data-pm-slice="0 0 []">![](https://tracker.example/px.gif)</pre>',
    '```\n![](https://tracker.example/px.gif)\n```',
  ],
  [
    'blocks around the words',
    '<p data-pm-slice="1 1 [&quot;blockquote&quot;,null,&quot;heading&quot;,{&quot;level&quot;:9}]">words</p>',
    'words',
  ],
  ['the token of a copy that there is not', '<p data-clipsheet-copy="x">words</p>', 'words'],
])('does not trust a page that imitates an editor: %s', async (_, html, expected) => {
  await edit();
  paste(html);
  expect(await stored()).toBe(expected);
});

it('keeps text that contains the words of an editor’s mark', async () => {
  await edit();
  paste('<p>the attribute data-pm-slice="1 1 []"</p>');
  expect(await stored()).toBe('the attribute data-pm-slice="1 1 \\[]"');
});

it('shows pasted pictures as boxes with their addresses, loads none, and says how many', async () => {
  await edit();
  paste('<p>a <img src="https://spy.example/x.gif" alt=""> b</p>');
  await expect.element(page.getByText(/^The pasted text contains a picture/u)).toBeVisible();
  const box = document.querySelector('.ProseMirror .address-box');
  expect(box?.getBoundingClientRect().width).toBeGreaterThan(50);
  expect(getComputedStyle(box ?? document.body, '::after').content).toContain('https://spy.example/x.gif');
  expect(document.querySelector('.ProseMirror img[src]')).toBeNull();
  expect(await stored()).toBe('a ![](https://spy.example/x.gif) b');
  await expect.element(page.getByText(/^The pasted text contains a picture/u)).toBeVisible();
  await keys('{Control>}a{/Control}{Backspace}');
  paste('', '![one](https://a.example/1.png) ![](https://a.example/2.png)');
  await expect.element(page.getByText(/^The pasted text contains 2 pictures/u)).toBeVisible();
});

it('pastes its own copies unchanged, including tables and pictures, without a message', async () => {
  const written = 'One ![chart](https://a.example/c.png)\n\n> said\n\n| a | b |\n| - | - |\n| 1 | 2 |';
  await edit(written);
  await keys('{Control>}a{/Control}');
  const data = new DataTransfer();
  document
    .querySelector('.ProseMirror')
    ?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  expect(data.getData('text/html')).toContain('data-clipsheet-copy="');
  await keys('{Backspace}');
  paste(data.getData('text/html'), data.getData('text/plain'));
  expect(await stored()).toBe(written);
  expect(document.body.textContent).not.toContain('The pasted text contains');
});

it('makes lists of the paragraphs that Word writes for list items', async () => {
  const item = (list: string, mark: string, words: string) =>
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${list} lfo1'><![if !supportLists]><span
      style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
  await edit();
  const data = new DataTransfer();
  data.setData(
    'text/html',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><p class=MsoNormal>Before<o:p></o:p></p>
    ${item('l0 level1', '·', 'One <b>bold</b>')}
    ${item('l0 level2', 'o', 'Within')}
    ${item('l0 level1', '·', 'Two')}
    ${item('l1 level1', '3.', 'Three')}
    <p class=MsoNormal>After</p><!--EndFragment--></body></html>`,
  );
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  expect(await stored()).toBe('Before\n\n- One **bold**\n  - Within\n- Two\n\n3. Three\n\nAfter');
});

it('reads pasted text as Markdown', async () => {
  await edit();
  const data = new DataTransfer();
  data.setData('text/plain', 'It **is**\n\n1. a\n2. b');
  const target = document.querySelector('.ProseMirror');
  target?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  expect(await stored()).toBe('It **is**\n\n1. a\n2. b');
});

it('joins the lines of a PDF that are pasted into a quote', async () => {
  await changeClip(database, id, (clip) => ({ ...clip, quotes: [{ id: 'q', markdown: 'So:' }] }));
  await showDesk(database);
  await openComment('Talks');
  await page.getByRole('textbox', { name: 'Quote 1 of 1' }).click();
  await expect.element(tool('Split the quote here')).toBeVisible();
  const data = new DataTransfer();
  data.setData(
    'text/plain',
    ' The committee has long been of the view that inter-\nnational rules hold in the north.',
  );
  document
    .querySelector('blockquote .ProseMirror')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  const quote = async () => (await flushTextEdits(), (await readClip(database, id))?.quotes[0]?.markdown);
  await expect
    .poll(quote)
    .toContain('The committee has long been of the view that international rules hold in the north.');
});

it('removes invisible characters without a function from pasted text, and closes bidi controls', async () => {
  await edit();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'Tariff\u{E0068}\u{E0069} of\u2062 the \u202Eנמל');
  const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(pasted);
  expect(await stored()).toBe('Tariff of the \u202Eנמל\u202C');
});

it('closes a bidi control that is typed', async () => {
  await edit();
  await userEvent.keyboard('The \u202Eports');
  expect(await stored()).toBe('The \u202Eports\u202C');
});
