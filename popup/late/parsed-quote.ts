/** Loaded for quotes with lists, tables and the like: the parser is larger than all else that the popup loads. */
import type { Nodes } from 'hast';
import { parseBlocks } from '../../src/newsletter/markdown/markdown-blocks';
import { composeHast } from '../../src/newsletter/to-hast';

export function parseQuote(markdown: string, ownAddress: string | undefined): Nodes {
  return composeHast({ type: 'root', children: parseBlocks(markdown, ownAddress) });
}
