import type { Quote } from '../src/news/quote';
import { QuoteList } from '../src/ui/fields/quote-list';
import type { Clipping } from './clipping';
import { pasteIntoQuote } from './quote-paste';

export function Quotes({ clipping, quotes }: { clipping: Clipping; quotes: readonly Quote[] }) {
  return (
    <QuoteList
      quotes={quotes}
      onChange={(id, markdown) => clipping.editQuote(id, markdown)}
      onRemove={(id) => clipping.removeQuote(id)}
      onPaste={pasteIntoQuote}
    />
  );
}
