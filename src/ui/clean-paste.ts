/** What no font draws: most texts have none of it, and need no look at what it does. */
const UNSEEN = /[\p{DI}\uFFF9-\uFFFB\u2800]/u;

/** Takes invisible characters that do nothing out of what is pasted into the page's text fields, from now on. */
export function cleanPastes(document: Document): void {
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const field = event.target;
    if (event.defaultPrevented || !isTextField(field) || !UNSEEN.test(text)) return;
    event.preventDefault();
    void import('../news/odd-characters').then(({ withoutOddCharacters }) =>
      insertText(field, withoutOddCharacters(text)),
    );
  });
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Puts text where the cursor is, so that the field's own Undo takes it back. */
export function insertText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  // The one way of putting text into a field that its own Undo takes back.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other, and no browser plans to remove it
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
