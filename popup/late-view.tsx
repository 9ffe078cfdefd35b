/** The parts of the popup that are loaded after the comment takes keys. Space is reserved for them. */
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
