/** The contents of `<meta>`: Open Graph, Dublin Core, Twitter cards, parsely, sailthru and plain names. */

import { call } from '../dom/node-property';

/** Lower-case name → contents in the order of the page. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const MOST_TAGS = 1_000;
const LONGEST_CONTENT = 20_000;

/** Reads the `<meta>` elements anywhere in the page, because some pages have them in the body. */
export function readMetaTags(metas: readonly Element[]): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of metas.slice(0, MOST_TAGS)) {
    const content = call(element, 'getAttribute', 'content')?.trim().slice(0, LONGEST_CONTENT);
    if (content === undefined || content === '') continue;
    for (const name of namesOf(element)) {
      const contents = tags.get(name);
      if (contents === undefined) tags.set(name, [content]);
      else if (!contents.includes(content)) contents.push(content);
    }
  }
  return tags;
}

/** Pages mix up `property`, `name` and `http-equiv`, and one attribute may contain several names. Itemprop is microdata. */
function namesOf(element: Element): Set<string> {
  const names = ['property', 'name', 'http-equiv'].flatMap(
    (attribute) => call(element, 'getAttribute', attribute)?.toLowerCase().split(/\s+/u) ?? [],
  );
  return new Set(names.filter((name) => name !== ''));
}

/** The contents for the given names, in the order of the names. */
export function metaContents(tags: MetaTags, ...names: string[]): string[] {
  return names.flatMap((name) => tags.get(name) ?? []);
}
