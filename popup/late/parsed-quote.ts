/** Loaded for quotes with lists, tables and similar content. The parser is larger than everything else that the popup loads. */
import type { Nodes } from 'hast';
import { parseBlocks } from '../../src/newsletter/markdown/markdown-blocks';
import { composeHast } from '../../src/newsletter/to-hast';

export function parseQuote(markdown: string, ownAddress: string | undefined): Nodes {
  return composeHast({ type: 'root', children: parseBlocks(markdown, ownAddress) });
}
