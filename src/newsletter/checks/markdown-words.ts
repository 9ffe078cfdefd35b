/** An address ends before another begins: so each character is looked at once, whatever is left open. */
const ADDRESS = /\]\((?:[^)\]]|\](?!\())*\)|<[^<>\s]*>/gu;

/** Markdown without the addresses of its links and pictures; `]` stands where they stood. */
export function withoutAddresses(markdown: string): string {
  return markdown.replace(ADDRESS, ']');
}
