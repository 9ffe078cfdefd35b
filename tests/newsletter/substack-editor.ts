import { openProseMirror } from './editors';

/** The content of a ProseMirror editor with Substack's blocks after HTML was pasted into it. */
export function pasteIntoSubstackEditor(html: string): HTMLElement {
  const editor = openProseMirror('substack');
  try {
    editor.view.pasteHTML(html);
    return editor.draw();
  } finally {
    editor.close();
  }
}
