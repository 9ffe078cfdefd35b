import { withoutOddCharacters } from '../news/text/odd-characters';

type TextField = HTMLInputElement | HTMLTextAreaElement;

export function insertCleaned(field: TextField, text: string): void {
  insertText(field, withoutOddCharacters(text));
}

/** Chromium 156 takes 16 s to insert 2,000 lines so that Undo removes them; the time grows with the square of the lines. */
const MOST_LINES = 200;

/** Inserts text at the cursor, so that the field's own Undo removes it, unless there are too many lines for that. */
export function insertText(field: TextField, text: string): void {
  field.focus();
  // The one way of putting text into a field that its own Undo takes back.
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other, and no browser plans to remove it
  if (text.split('\n', MOST_LINES).length < MOST_LINES && document.execCommand('insertText', false, text))
    return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
