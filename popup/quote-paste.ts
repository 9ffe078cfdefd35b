import { insertText } from '../src/ui/clean-paste';

/**
 * Pastes into a quote's field; lines copied from a PDF come as paragraphs. What that needs is loaded with the first paste of
 * several lines: until then it would only delay the popup.
 */
export function pasteIntoQuote(event: ClipboardEvent, area: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/\S[^\S\r\n]*[\r\n]\s*\S/u.test(text)) return;
  event.preventDefault();
  void import('../src/quotes/pasted-quote').then(
    ({ quoteFromPaste }) => insertText(area, quoteFromPaste(text)),
    () => insertText(area, text),
  );
}
