import type { Link } from 'mdast';

/** What ends an address in running text: GFM ends it at spaces alone, which Chinese and Japanese do not set. */
const MAY_END = /[。，、；：！？）」』】》〉”»…’]/gu;
/** These end it only where nothing but marks follows. */
const ENDS_LAST = /[…’]/u;

/** A mark that closes what was opened in the address itself is of it: `…/北京（消歧义）`. */
const OPENING = new Map(
  ['（）', '「」', '『』', '【】', '《》', '〈〉', '“”', '«»'].map(([open, close]) => [close, open]),
);

/** An address as GFM finds it, without what follows it in a sentence. */
export function withoutFollowing(address: string): string {
  const tail = address.search(/(?<!\p{P})\p{P}*$/u);
  const opened = new Set<string>();
  let seen = 0;
  for (const { 0: mark, index } of address.matchAll(MAY_END)) {
    if (ENDS_LAST.test(mark) && index < tail) continue;
    for (const character of address.slice(seen, index)) opened.add(character);
    seen = index;
    const opening = OPENING.get(mark);
    if (opening === undefined || !opened.has(opening)) return address.slice(0, index);
  }
  return address;
}

/**
 * A link as it was found, and the source of what is no part of its address; `undefined` where it is right, or was written as a
 * link.
 *
 * @param source the Markdown from where the link begins
 */
export function endBareAddress(
  link: Link,
  source: string | undefined,
): { link: Link; rest: string } | undefined {
  const [text, ...others] = link.children;
  const isBare = text?.type === 'text' && others.length === 0 && !/^[<[]/u.test(source ?? '');
  if (!isBare || !link.url.endsWith(text.value)) return undefined;
  const value = withoutFollowing(text.value);
  const url = link.url.slice(0, link.url.length - text.value.length + value.length);
  if (value === text.value || !URL.canParse(url)) return undefined;
  return { link: { ...link, url, children: [{ ...text, value }] }, rest: text.value.slice(value.length) };
}
