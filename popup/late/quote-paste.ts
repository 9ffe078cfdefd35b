/**
 * Pastes into a quote's field; lines copied from a PDF come as paragraphs. What that needs is loaded with the first paste of
 * several lines: until then it would only delay the popup.
 */
export function pasteIntoQuote(event: ClipboardEvent, area: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/\S[^\S\r\n]*[\r\n]\s*\S/u.test(text)) return;
  event.preventDefault();
  void Promise.all([import('../../src/quotes/pasted-quote'), import('../../src/ui/cleaned-text')]).then(
    ([{ quoteFromPaste }, { insertText }]) => insertText(area, quoteFromPaste(text)),
    () => {
      area.setRangeText(text); // not loaded: better as it is than not at all
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
  );
}
