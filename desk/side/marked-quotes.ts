import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { quoteFinder } from '../../src/news/anchoring/quote-search';
import type { Quote } from '../../src/news/quote';
import { SavedWords } from './saved-words';

/** The name of the highlight in the style sheet. */
const QUOTED = 'quoted';
/** Milliseconds without a newly drawn part, after which the quotes are looked for. */
const REST = 150;

/** Marks the words of a drawn text that are quotes of its clip. The document is not changed. */
export function useMarkedQuotes(ref: RefObject<HTMLElement | null>, quotes: readonly Quote[]): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const mark = () => CSS.highlights.set(QUOTED, new Highlight(...findQuotes(element, quotes)));
    let timer = setTimeout(mark);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(mark, REST);
    });
    observer.observe(element, { childList: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      CSS.highlights.delete(QUOTED);
    };
  }, [ref, quotes]);
}

function findQuotes(element: HTMLElement, quotes: readonly Quote[]): Range[] {
  const words = new SavedWords(element);
  const find = quoteFinder(words.text);
  return quotes.flatMap(({ textQuote }) => {
    const found = textQuote && find({ textQuote });
    return found === undefined || found.state === 'gone' ? [] : (words.rangeAt(found.position) ?? []);
  });
}
