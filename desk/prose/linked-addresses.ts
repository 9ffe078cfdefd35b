import type { PhrasingContent } from 'mdast';
import { withoutFollowing } from '../../src/newsletter/markdown/bare-address';

/** An address in a text, as GFM finds it, without the punctuation that ends the sentence. */
const ADDRESS = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>]*[^\s<>\p{P}\p{S}][/=&#_-]?/giu;

/** A text whose bare addresses are links, as they are read: as text they would be escaped, and lead elsewhere. */
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
