/** An address ends where another one begins, so that each character is read once, even if brackets are left open. */
const ADDRESS = /\]\((?:[^)\]]|\](?!\())*\)|<[^<>\s]*>/gu;

/** Removes the addresses of links and pictures from Markdown and leaves `]` in their place. */
export function withoutAddresses(markdown: string): string {
  return markdown.replace(ADDRESS, ']');
}
