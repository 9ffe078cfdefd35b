import { tidyLine } from '../../src/news/text/plain-text';

/**
 * Changes to a list of section titles. A title is in the list only once, and a title that was renamed is not found by its old
 * name.
 */

export function hasTitle(titles: readonly string[], title: string): boolean {
  return titles.some((other) => other.toLowerCase() === title.toLowerCase());
}

/** Inserts a title at a place, or at the end, unless the list has it already or the text is empty. */
export function addTitle(titles: readonly string[], text: string, place = titles.length): string[] {
  const title = tidyLine(text);
  return title === undefined || hasTitle(titles, title) ? [...titles] : titles.toSpliced(place, 0, title);
}

export function removeTitle(titles: readonly string[], title: string): string[] {
  return titles.filter((other) => other !== title);
}

export function renameTitle(titles: readonly string[], title: string, text: string): string[] {
  const renamed = tidyLine(text);
  if (renamed === undefined || hasTitle(removeTitle(titles, title), renamed)) return [...titles];
  return titles.map((other) => (other === title ? renamed : other));
}

export function moveTitle(titles: readonly string[], title: string, place: number): string[] {
  return titles.includes(title) ? removeTitle(titles, title).toSpliced(place, 0, title) : [...titles];
}
