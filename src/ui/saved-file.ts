/** Hands a file to the browser to be saved where downloads go. */
export function saveFile(data: Blob, name: string): void {
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the click is through; the memory need not wait for the page to close.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
