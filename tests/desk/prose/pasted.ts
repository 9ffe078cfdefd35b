import { vi } from 'vitest';
import type { PastedFindings } from '../../../desk/prose/clipboard';
import { ProseEditor } from '../../../desk/prose/prose-editor';

/** What a paste left in a field. */
interface Pasted {
  /** As Markdown. */
  text: string;
  /** The number of characters, without those of Markdown. */
  length: number;
  /** What the desk is told. */
  findings: PastedFindings | undefined;
}

/** Pastes into an empty field of the desk. */
export function paste(type: 'text/plain' | 'text/html', content: string): Pasted {
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
  const text = editor.print().trim();
  editor.destroy();
  host.remove();
  return { text, length, findings: onFindings.mock.lastCall?.[0] };
}
