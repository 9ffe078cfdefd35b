/** The parts of the popup that are loaded after the comment takes keys. Space is reserved for them. */
import { useEffect } from 'preact/hooks';
import type { Quote } from '../src/news/quote';
import { QuoteList } from '../src/ui/fields/quote-list';
import type { Clipping } from './clipping';
import { pasteIntoQuote } from './late/quote-paste';
import { QuoteWords } from './late/quote-words';

export { NewsletterChoice } from './late/newsletter-choice';
export { CandidateMenu } from '../src/ui/candidate-menu';
export { MessageLine } from './message-line';
export { PrintChip } from './late/print-chip';
export { writeInstant } from './late/written-instant';

interface QuotesProps {
  clipping: Clipping;
  quotes: readonly Quote[];
}

export function Quotes({ clipping, quotes }: QuotesProps) {
  const { address } = clipping.state.form.content;
  useNewestInSight(clipping, quotes);
  return (
    <QuoteList
      quotes={quotes}
      draw={(markdown) => <QuoteWords markdown={markdown} ownAddress={address} />}
      onChange={(id, markdown) => clipping.editQuote(id, markdown)}
      onRemove={(id) => clipping.removeQuote(id)}
      onPaste={(event, area) =>
        pasteIntoQuote(event, area, () => clipping.set({ message: { kind: 'paste-cut' } }))
      }
    />
  );
}

/**
 * Of an article that is clipped already, scrolls to the quote that was selected now, or to the last one: the fields above it fill the
 * pane. Does so again when a message takes room from the pane, but not while the analyst edits something in it. A new article
 * begins with its headline.
 */
function useNewestInSight({ state }: Clipping, quotes: readonly Quote[]): void {
  const isStored = state.context.stored !== undefined;
  const stored = new Set(state.context.stored?.quotes.map(({ id }) => id));
  const added = quotes.findLastIndex(({ id }) => !stored.has(id));
  const newest = added === -1 ? quotes.length - 1 : added;
  const id = quotes[newest]?.id;
  useEffect(() => {
    const pane = document.querySelector('.popup-article');
    if (pane === null || id === undefined || !isStored) return;
    const observer = new ResizeObserver(() => {
      const quote = pane.querySelectorAll('.quote')[newest];
      if (quote && !pane.contains(document.activeElement)) scrollTo(pane, quote);
    });
    observer.observe(pane);
    return () => observer.disconnect();
  }, [id, newest, isStored]);
}

/** Scrolls only this pane, as little as possible: to the end of the element, or to the beginning of one that is taller. */
function scrollTo(pane: Element, element: Element): void {
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  pane.scrollTop += Math.min(Math.max(0, inner.bottom - outer.bottom), inner.top - outer.top);
}
