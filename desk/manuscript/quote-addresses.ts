import { useEffect, useMemo, useState } from 'preact/hooks';
import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import { textFragmentFinder } from '../../src/news/anchoring/text-fragment';
import { readSnapshot } from '../../src/storage/snapshots';
import { useDesk } from '../state/desk';
import { cutMarkdown, isQuicklyParsed } from '../rendered/markdown-parts';
import { readArticleLines } from './article-lines';

/** In characters. In longer texts no links are made, because verifying a link searches the whole text. */
const LONGEST_SEARCHED = 300_000;

/**
 * The links to a clip's quotes in its article, by quote id: those that the page gave, and for quotes without one those that
 * were verified in the saved text.
 */
export function useQuoteAddresses({ id, address, quotes }: Clip): ReadonlyMap<string, string> {
  const desk = useDesk();
  const [known, setKnown] = useState<{ id: string; find: ReturnType<typeof textFragmentFinder> }>();
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const { text } = await readSnapshot(desk.database, id);
      if (text === undefined || text.length > LONGEST_SEARCHED) return;
      const lines: string[] = [];
      for (const part of cutMarkdown(text)) {
        if (!isWanted) return;
        lines.push(...(isQuicklyParsed(part) ? readArticleLines(part) : part.split('\n')));
        await new Promise((resolve) => setTimeout(resolve)); // yields, so that the page stays responsive
      }
      setKnown({ id, find: textFragmentFinder(lines) });
    };
    read().catch(console.error); // without the saved text there are no links, but everything else works
    return () => {
      isWanted = false;
    };
  }, [desk, id]);
  const find = known?.id === id ? known.find : undefined;
  return useMemo(() => {
    const article = parseWebAddress(address);
    if (article === undefined) return new Map();
    return new Map(
      quotes.flatMap((quote) => {
        const fragment = quote.fragment ?? (quote.textQuote && find?.(quote.textQuote));
        return fragment === undefined ? [] : [[quote.id, addFragment(article, fragment)] as const];
      }),
    );
  }, [find, address, quotes]);
}

/** Appends the fragment to the address's own fragment, if it has one. */
function addFragment({ href, hash }: URL, fragment: string): string {
  return hash === '' ? `${href.replace(/#$/u, '')}#${fragment}` : `${href}${fragment}`;
}
