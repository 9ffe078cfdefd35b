import type { Heading, Link, List, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseWebAddress } from '../news/address';

declare module 'mdast' {
  interface ListData {
    /** Marks the table of contents, which has one item for each section, in order. */
    isContents?: true;
  }
}

/** The targets to whose headings the table of contents can link. */
export type Anchors = 'substack' | 'ghost';

/**
 * Links the items of the table of contents to the headings of their sections, by the ids that the target gives the headings.
 * Substack needs the address of the draft for this. An item is not linked if its target is uncertain.
 */
export function linkContents(issue: Root, anchors: Anchors, draftAddress?: string): void {
  const list = issue.children.find(
    (node): node is List => node.type === 'list' && node.data?.isContents === true,
  );
  const addressOf = anchors === 'ghost' ? (slug: string) => `#${slug}` : substackAnchors(draftAddress);
  if (list === undefined || addressOf === undefined) return;
  const headings = issue.children.filter((node) => node.type === 'heading');
  const slugs = new Map(slugHeadings(headings, anchors === 'ghost' ? slugOfGhost : slugOfSubstack));
  const sections = headings.filter(({ depth }) => depth === 2);
  list.children.forEach(({ children: [line] }, place) => {
    const section = sections[place];
    const slug = section && slugs.get(section);
    if (line?.type !== 'paragraph' || slug === undefined) return;
    const link: Link = {
      type: 'link',
      url: addressOf(slug),
      children: line.children.filter((node) => node.type === 'text'),
    };
    line.children = [link];
  });
}

/** The slug of each heading. Headings with the same words get a number, except the first. */
function slugHeadings(
  headings: readonly Heading[],
  slugOf: (text: string) => string,
): [Heading, string | undefined][] {
  const used = new Map<string, number>();
  return headings.map((heading) => {
    const slug = slugOf(toString(heading));
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return [heading, slug === '' ? undefined : count === 0 ? slug : `${slug}-${count}`];
  });
}

/** `@tryghost/kg-utils`, slugify: keeps every letter, encoded. */
function slugOfGhost(text: string): string {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/[\][!"#$%&'()*+,./:;<=>?@\\^_{|}~]/gu, '')
    .replace(/\s+/gu, '-')
    .replace(/^-|-{2,}|-$/gu, '');
  return encodeURIComponent(bare);
}

/**
 * Derived from known links to sections: keeps lower-case Latin letters and digits, replaces spaces by hyphens, and drops
 * everything else.
 */
function slugOfSubstack(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\w\s-]/gu, '')
    .replace(/[\s-]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/**
 * How Substack addresses a heading, depending on the post's address that the analyst has pasted: `…/publish/post/<id>` and
 * `…/home/post/p-<id>` contain its number (`/i/<id>/<slug>`), `…/p/<name>` is the post itself (`#§<slug>`).
 */
function substackAnchors(draftAddress: string | undefined): ((slug: string) => string) | undefined {
  const address = parseWebAddress(draftAddress?.trim());
  if (address === undefined) return undefined;
  const { origin, pathname } = address;
  const id = /\/(?:publish\/posts?(?:\/detail)?|i|home\/post)\/(?:p-)?(\d+)(?:\/|$)/u.exec(pathname)?.[1];
  if (id !== undefined) return (slug) => `${origin}/i/${id}/${slug}`;
  const post = /^(?:\/pub\/[^/]+)?\/p\/[^/]+/u.exec(pathname)?.[0];
  return post === undefined ? undefined : (slug) => `${origin}${post}#%C2%A7${slug}`;
}

/** Whether headings of Substack can be linked with this address of a post. */
export function isSubstackPost(address: string): boolean {
  return substackAnchors(address) !== undefined;
}
