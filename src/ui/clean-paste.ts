import { mayHaveOddCharacters } from '../news/text/suspect-characters';

/** From now on, removes invisible characters without a function from text that is pasted into the page's fields. */
export function cleanPastes(document: Document): void {
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const field = event.target;
    if (event.defaultPrevented || !isTextField(field) || !mayHaveOddCharacters(text)) return;
    event.preventDefault();
    void import('./cleaned-text').then(({ insertCleaned }) => insertCleaned(field, text));
  });
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
