import { useEffect, useMemo, useState } from 'preact/hooks';
import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import { textFragmentFinder } from '../../src/news/anchoring/text-fragment';
import { readSnapshot } from '../../src/storage/snapshots';
import { useDesk } from '../state/desk';
import { readArticleLines } from './article-lines';

/**
 * The addresses that show a clip's quotes in its article, by their ids: those that the page gave, and for quotes without
 * one those that the kept text proves to lead there.
 */
export function useQuoteAddresses({ id, address, quotes }: Clip): ReadonlyMap<string, string> {
  const desk = useDesk();
  const [kept, setKept] = useState<{ id: string; text: string | undefined }>();
  useEffect(() => {
    // Without it there are no links, and nothing else is missing.
    void readSnapshot(desk.database, id).then(({ text }) => setKept({ id, text }), console.error);
  }, [desk, id]);
  const text = kept?.id === id ? kept.text : undefined;
  const find = useMemo(
    () => (text === undefined ? undefined : textFragmentFinder(readArticleLines(text))),
    [text],
  );
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

/** Behind the address's own fragment, if it has one. */
function addFragment({ href, hash }: URL, fragment: string): string {
  return hash === '' ? `${href.replace(/#$/u, '')}#${fragment}` : `${href}${fragment}`;
}
