import { tidyLine } from '../../src/news/text/plain-text';

/** Changes of a list of section titles. No title stands in it twice, and what a title's name has become is not found. */

export function hasTitle(titles: readonly string[], title: string): boolean {
  return titles.some((other) => other.toLowerCase() === title.toLowerCase());
}

/** Puts a title at a place, or at the end; nothing where it is there already, or is no title. */
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
