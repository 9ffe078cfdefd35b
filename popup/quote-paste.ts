/**
 * Pastes into a quote's field; lines copied from a PDF come as paragraphs. What that needs is loaded with the first paste of
 * several lines: until then it would only delay the popup.
 */
export function pasteIntoQuote(event: ClipboardEvent, area: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/\S[^\S\r\n]*[\r\n]\s*\S/u.test(text)) return;
  event.preventDefault();
  void import('../src/quotes/pasted-quote').then(
    ({ markdownFromPdfText }) => insert(area, markdownFromPdfText(text) ?? text),
    () => insert(area, text),
  );
}

function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  // The one way of putting text into a field that its own Undo takes back.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other, and no browser plans to remove it
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
