/**
 * Puts texts on the clipboard as they are, by type. `navigator.clipboard.write` would clean the HTML first: Chromium makes each
 * relative address (`#section`) one of this page's own, and drops pictures kept in the address itself. What a listener of
 * the event `copy` sets is taken as it is. Focus and selection stay.
 *
 * `false`: the browser refuses, because the last press of a key or button is too long ago (both browsers copied after 3 s,
 * and neither did after 6.5 s) or because it lets no page copy.
 */
export function writeToClipboard(texts: Readonly<Record<string, string>>): boolean {
  let isWritten = false;
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation(); // an editor that has the focus would put its own selection there
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
