/**
 * Puts texts on the clipboard unchanged, by media type. `navigator.clipboard.write` would clean the HTML: Chromium resolves
 * relative addresses (`#section`) against this page, and drops pictures whose address contains their data. Data that a listener
 * of the `copy` event sets is not changed. Focus and selection stay. Returns `false` if the browser refuses, because the last key
 * press or click was too long ago (both browsers copied after 3 s, and neither after 6.5 s), or because it does not let pages
 * copy.
 */
export function writeToClipboard(texts: Readonly<Record<string, string>>): boolean {
  let isWritten = false;
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation(); // otherwise a focused editor would copy its own selection
    for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text);
    isWritten = event.clipboardData !== null;
  };
  window.addEventListener('copy', write, { capture: true });
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- no other way takes the texts as they are
    return document.execCommand('copy') && isWritten;
  } finally {
    window.removeEventListener('copy', write, { capture: true });
  }
}
