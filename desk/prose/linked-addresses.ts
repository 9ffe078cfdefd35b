import type { PhrasingContent } from 'mdast';
import { withoutFollowing } from '../../src/newsletter/markdown/bare-address';

/** An address in a text, as GFM recognizes it, without the punctuation at the end of the sentence. */
const ADDRESS = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>]*[^\s<>\p{P}\p{S}][/=&#_-]?/giu;

/** Text with its bare addresses as links. As text they would be escaped and lead elsewhere. */
export function linkBareAddresses(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutFollowing(found);
    const url = /^www/iu.test(address) ? `http://${address}` : address;
    if (!URL.canParse(url)) continue;
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: address }] });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
