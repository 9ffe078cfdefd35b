/** Saves a file through the browser's downloads. */
export function saveFile(data: Blob, name: string): void {
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has opened the file soon after the click, so its memory can be released before the page closes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
