/** Loaded only if something is selected: the code that turns a page's tree into Markdown is half of the popup's code. */
import type { Arrangement, QuoteToPlace } from '../src/news/arrangement';
import type { Passage } from '../src/news/captured-page';
import type { ConcealedPart } from '../src/news/concealed-part';
import type { Quote } from '../src/news/quote';
import { concealedPartOfLong, quoteFromLongPassage } from '../src/quotes/quote-of-passage';
import { applyArrangement, isSamePassage, quotesToPlace } from '../src/quotes/quote-order';
import type { Clipping } from './clipping';
import { viewOfConcealed } from './concealed-view';

/** Adds the selected passages to the existing quotes, in the order of the article. */
export async function joinPassages(
  clipping: Clipping,
  passages: readonly Passage[],
  arrange: (quotes: QuoteToPlace[]) => Promise<Arrangement>,
): Promise<void> {
  const { context, form } = clipping.state;
  const there = uniqueQuotes([...form.content.quotes, ...(context.stored?.quotes ?? [])]);
  const parts: ConcealedPart[] = [];
  const fresh: Quote[] = [];
  for (const passage of passages) {
    if (there.some((quote) => isSamePassage(quote, passage))) continue;
    const quote = await quoteFromLongPassage(passage, crypto.randomUUID());
    const part = await concealedPartOfLong(passage, quote.id);
    if (part !== undefined) parts.push(part);
    if (quote.markdown !== '') fresh.push(quote);
  }
  if (parts.length > 0) clipping.learn({ concealed: { parts, View: viewOfConcealed(clipping) } });
  if (fresh.length === 0) return;
  const all = [...there, ...fresh];
  const arrangement = all.length > 1 ? await arrange(quotesToPlace(all)) : [];
  clipping.joinQuotes((quotes) =>
    applyArrangement([...quotes, ...fresh], arrangement, () => crypto.randomUUID()),
  );
  const known = new Set(all.flatMap(({ id, markdown }) => [id, markdown]));
  const isJoined = clipping.state.form.content.quotes.some(
    ({ id, markdown }) => !known.has(id) && !known.has(markdown),
  );
  if (isJoined && clipping.state.message === undefined) clipping.set({ message: { kind: 'quote-joined' } });
}

function uniqueQuotes(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((quote) => [quote.id, quote])).values()];
}
