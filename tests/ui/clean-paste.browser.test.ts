import { beforeAll, expect, it } from 'vitest';
import { cleanPastes } from '../../src/ui/clean-paste';

beforeAll(() => {
  cleanPastes(document);
});

function paste(text: string): HTMLInputElement {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  // The browser pastes only what was really copied to a clipboard.
  if (field.dispatchEvent(event)) field.value = text;
  return field;
}

it('a field removes invisible characters without a function from pasted text', async () => {
  const field = paste('Tariff\u{E0068}\u{E0069} of\u2062 the\u3164 ports');
  await expect.poll(() => field.value).toBe('Tariff of the ports');
});

it('a field keeps those that shape words', async () => {
  const field = paste('می\u200Cخواهم 👨\u200D👩');
  await expect.poll(() => field.value).toBe('می\u200Cخواهم 👨\u200D👩');
});
