/** The letters and digits alone: titles differ from headlines in quotes, dashes and spaces. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

export function isSameText(a: string, b: string): boolean {
  const key = wordKey(a);
  return key !== '' && key === wordKey(b);
}

export function startsWithText(whole: string, start: string): boolean {
  const key = wordKey(start);
  return key !== '' && wordKey(whole).startsWith(key);
}

export function endsWithText(whole: string, end: string): boolean {
  const key = wordKey(end);
  return key !== '' && wordKey(whole).endsWith(key);
}
