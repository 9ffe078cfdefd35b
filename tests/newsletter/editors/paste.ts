import { userEvent } from 'vitest/browser';
import type { Editor } from '../editors';

/** Puts HTML on the clipboard as a copy does, and pastes it with the keyboard. Returns the content of the editor. */
export async function pasteForReal(html: string, open: () => Editor | Promise<Editor>): Promise<string> {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', 'Plain text was pasted');
  };
  document.addEventListener('copy', onCopy);
  const editor = await open();
  try {
    editor.focus();
    await userEvent.copy();
    await userEvent.paste();
    return editor.print();
  } finally {
    document.removeEventListener('copy', onCopy);
    editor.close();
  }
}
