import { expect, it, vi } from 'vitest';
import type { PastedFindings } from '../../../desk/prose/clipboard';
import { ProseEditor } from '../../../desk/prose/prose-editor';

/** Pastes into a field of the desk, and reads how much is there, and what the desk is told. */
function paste(type: 'text/plain' | 'text/html', content: string) {
  const host = document.createElement('div');
  document.body.append(host);
  const onFindings = vi.fn<(findings: PastedFindings) => void>();
  const editor = new ProseEditor(host, {
    markdown: '',
    attributes: {},
    onEdit: () => undefined,
    onUpdate: () => undefined,
    onFindings,
  });
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, content);
  editor.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  const { length } = editor.doc.textContent;
  editor.destroy();
  host.remove();
  return { length, isCut: onFindings.mock.lastCall?.[0].isCut ?? false };
}

const WORDS = 'The two sides met again. ';

it.each([
  ['a text of a megabyte', 'text/plain', WORDS.repeat(40_000), 100_000],
  ['a page of a megabyte', 'text/html', `<p>${WORDS.repeat(40_000)}</p>`, 100_000],
  ['paragraphs of a megabyte', 'text/html', `<p>${WORDS}</p>`.repeat(40_000), 100_000],
  ['marks without a space between them', 'text/plain', '“'.repeat(20_000), 5_000],
  ['a page of marks without a space', 'text/html', `<p>${'“'.repeat(20_000)}</p>`, 5_000],
  [
    'a page of marks in elements',
    'text/html',
    `<p>${`<b>${'“'.repeat(500)}</b><i>a</i>`.repeat(40)}</p>`,
    5_000,
  ],
] as const)('of %s only the beginning is pasted, and the desk is told so', (_, type, content, most) => {
  const { length, isCut } = paste(type, content);
  expect(length).toBeGreaterThan(0.95 * most);
  expect(length).toBeLessThanOrEqual(most);
  expect(isCut).toBe(true);
});

it.each([
  ['of words', 'text/plain', WORDS.repeat(3_600)],
  ['of Chinese', 'text/plain', '谈判仍在进行'.repeat(2_000)],
  ['of a page', 'text/html', `<p>${WORDS.repeat(40)}</p>`.repeat(90)],
] as const)('a long text %s is pasted in full', (_, type, content) => {
  const { length, isCut } = paste(type, content);
  expect(length).toBeGreaterThan(0.95 * content.replace(/<[^>]+>/gu, '').length);
  expect(isCut).toBe(false);
});
