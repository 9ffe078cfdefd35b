/** What no font draws: most texts have none of it, and need no look at what it does. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800]/u;

/** Takes invisible characters that do nothing out of what is pasted into the page's text fields, from now on. */
export function cleanPastes(document: Document): void {
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const field = event.target;
    if (event.defaultPrevented || !isTextField(field) || !UNSEEN.test(text)) return;
    event.preventDefault();
    void import('./cleaned-text').then(({ insertCleaned }) => insertCleaned(field, text));
  });
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
