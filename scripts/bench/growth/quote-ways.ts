import { quoteFinder } from '../../../src/news/anchoring/quote-search';
import { textFragment, textFragmentFinder } from '../../../src/news/anchoring/text-fragment';
import { edited } from './edited';
import { wayOf, type Way } from './way';

/** Finding quotes in a text again, and linking to them. The reader does so in the page, the desk in the saved text. */
export const QUOTE_WAYS: readonly Way[] = [
  wayOf('find a quote again', (text) => {
    const quote = quoteOf(text, text.length / 2 - 500, text.length / 2 + 500);
    const find = quoteFinder(edited(text, 'a word'));
    return [
      find({ textQuote: quote }),
      find({ textQuote: { ...quote, exact: edited(quote.exact, 'other') } }),
    ];
  }),
  wayOf('find half of a text again', (text) => {
    const [start, end] = halfOf(text);
    const find = quoteFinder(text);
    return [
      find({ textQuote: quoteOf(text, start, end) }),
      find({ textQuote: { exact: text.slice(start, end), prefix: '', suffix: '' } }),
      find({ textQuote: quoteOf(text, start, end), textPosition: { start: text.length, end: text.length } }),
    ];
  }),
  wayOf('find a whole text again', (text) =>
    quoteFinder(edited(text, 'a word'))({ textQuote: { exact: text, prefix: '', suffix: '' } }),
  ),
  wayOf('link to a quote', (text) => textFragmentFinder(text.split('\n'))(quoteOf(text, 100, 2_000))),
  wayOf('link to half of a text', (text) =>
    textFragmentFinder(text.split('\n'))(quoteOf(text, ...halfOf(text))),
  ),
  wayOf('link to a quote in its page', (text) =>
    [100, 900, 2_000].map((length) => {
      const start = Math.floor(text.length / 3);
      return textFragment({ text, isWhole: true }, { start, end: start + length });
    }),
  ),
  wayOf('link to half of a page', (text) => {
    const [start, end] = halfOf(text);
    return textFragment({ text, isWhole: true }, { start, end });
  }),
];

function quoteOf(text: string, start: number, end: number) {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(start - 32, start),
    suffix: text.slice(end, end + 32),
  };
}

/** The middle half. */
function halfOf({ length }: string): [start: number, end: number] {
  return [Math.floor(length / 4), Math.floor((3 * length) / 4)];
}
