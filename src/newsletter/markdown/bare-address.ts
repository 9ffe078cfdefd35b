import type { Link } from 'mdast';

/** What ends an address in running text. In GFM only spaces do, but Chinese and Japanese do not write any. */
const MAY_END = /[。，、；：！？）」』】》〉”»…’]/gu;
/** These characters end an address only if nothing but marks follows. */
const ENDS_LAST = /[…’]/u;

/** A closing mark belongs to the address if the address contains its opening mark: `…/北京（消歧义）`. */
const OPENING = new Map(
  ['（）', '「」', '『』', '【】', '《》', '〈〉', '“”', '«»'].map(([open, close]) => [close, open]),
);

/** Removes the text of the sentence from the end of an address that GFM has found. */
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
 * The corrected link, and the source of the text that does not belong to its address. Returns `undefined` if the link is right
 * or was written as a link.
 *
 * @param source the Markdown from the beginning of the link
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
