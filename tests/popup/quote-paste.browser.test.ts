import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { pasteIntoQuote } from '../../popup/late/quote-paste';

afterEach(() => {
  document.body.replaceChildren();
});

/** The content of a quote's field after a text was pasted between these two texts. */
function paste(
  text: string,
  [before, after] = ['So: ', ' End.'],
): { area: HTMLTextAreaElement; isLeft: boolean; isCut: () => boolean } {
  let isCut = false;
  const area = document.body.appendChild(document.createElement('textarea'));
  area.value = before + after;
  area.focus();
  area.setSelectionRange(before.length, before.length);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  area.addEventListener('paste', (event) => pasteIntoQuote(event, area, () => (isCut = true)));
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  return { area, isLeft: area.dispatchEvent(event), isCut: () => isCut };
}

it('has lines of a PDF as paragraphs, which Undo takes back', async () => {
  const { area } = paste(
    'The committee has long been of the view that inter-\r\nnational rules are the ones that hold in the north.',
  );
  await expect
    .poll(() => area.value)
    .toBe(
      'So: The committee has long been of the view that international rules are the ones that hold in the north. End.',
    );
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => area.value).toBe('So:  End.');
});

it('has other lines as they come', async () => {
  const { area } = paste('The ships come in,\nthe ships go out,');
  await expect.poll(() => area.value).toBe('So: The ships come in,\nthe ships go out, End.');
});

it('leaves one line to the browser', () => {
  expect(paste('The ships come in,\n').isLeft).toBe(true);
});

it.each([
  ['100,000 characters of one line', 'The ships come in. '.repeat(10_000), 100_000],
  ['100,000 characters of many lines', 'The ships come in.\n'.repeat(10_000), 100_000],
  ['5,000 characters without a space', 'x'.repeat(20_000), 5_000],
])('takes at most %s, and says so', async (_, text, length) => {
  const { area, isCut } = paste(text, ['', '']);
  await expect.poll(() => area.value.length).toBe(length);
  expect(isCut()).toBe(true);
});

it('says nothing of a text that is taken in full', async () => {
  const { area, isCut } = paste('The ships come in,\nthe ships go out,');
  await expect.poll(() => area.value).toContain('go out');
  expect(isCut()).toBe(false);
});
