import { beginningOfPaste } from '../../src/news/text/longest-paste';

/**
 * Pastes into the field of a quote, and makes paragraphs of lines copied from a PDF. The code for that is loaded with the first
 * paste of several lines, because loading it earlier would delay the popup. Of a text that is too long for a field, pastes only the
 * beginning, and calls `onCut`.
 */
export function pasteIntoQuote(event: ClipboardEvent, area: HTMLTextAreaElement, onCut: () => void): void {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const text = beginningOfPaste(pasted);
  if (text === pasted && !/\S[^\S\r\n]*[\r\n]\s*\S/u.test(text)) return;
  event.preventDefault();
  if (text !== pasted) onCut();
  void Promise.all([import('../../src/quotes/pasted-quote'), import('../../src/ui/cleaned-text')]).then(
    ([{ quoteFromPaste }, { insertText }]) => insertText(area, quoteFromPaste(text)),
    () => {
      area.setRangeText(text); // the code could not be loaded: the text is pasted as it is
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
  );
}
