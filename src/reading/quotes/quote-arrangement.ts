import { quoteFinder } from '../../news/anchoring/quote-search';
import type { Arrangement, QuoteToPlace } from '../../news/arrangement';
import type { TextPositionSelector } from '../../news/selector';
import { readPageText, textRoot, type PageText } from './page-text';
import { readPassage } from './quote-passages';
import { readQuoteTree } from './quote-tree';
import { hasWords } from './tree-shape';
import { call } from '../dom/node-property';

/** Quotes at the same place of the page. */
interface Place {
  ids: string[];
  position: TextPositionSelector;
  /** Its words differ from the page's: it was edited by hand, or the page has changed. It is not joined with others. */
  isOther: boolean;
}

/** Further frames are those of advertisements. */
const MOST_FRAMES = 20;

/**
 * Finds the quotes of a clip again in the live page and puts them in the order of the article. Those that overlap, or adjoin
 * with nothing visible between them, are one place, and its passage is read again. Quotes that were edited by hand or that the
 * page has changed are not joined.
 * Quotes that the page itself does not contain are searched for in its frames, and come last.
 */
export function arrangeQuotes(document: Document, quotes: readonly QuoteToPlace[]): Arrangement {
  const arranged = arrangeIn(document, quotes);
  const found = new Set(arranged.flatMap(({ ids }) => ids));
  const elsewhere = quotes.filter(({ id }) => !found.has(id));
  if (elsewhere.length === 0) return arranged;
  const frames = call(document, 'querySelectorAll', 'iframe') as NodeListOf<HTMLIFrameElement>;
  for (const frame of [...frames].slice(0, MOST_FRAMES)) {
    const inFrame = frame.contentDocument; // null if it is of another origin
    const inside = inFrame === null ? [] : arrangeQuotes(inFrame, elsewhere);
    if (inside.length > 0) return [...arranged, ...inside];
  }
  return arranged;
}

function arrangeIn(document: Document, quotes: readonly QuoteToPlace[]): Arrangement {
  if (quotes.length === 0) return [];
  const page = readPageText(textRoot(document));
  const find = quoteFinder(page.text);
  const places = quotes.flatMap((quote): Place[] => {
    const found = find(quote);
    if (found.state === 'gone') return [];
    const isOther = quote.isEdited || found.state === 'changed';
    return [{ ids: [quote.id], position: found.position, isOther }];
  });
  const united = unite(page, places.filter(({ isOther }) => !isOther).sort(byPosition));
  return [...united, ...places.filter(({ isOther }) => isOther)].sort(byPosition).map(({ ids, position }) => {
    const passage = ids.length > 1 ? readPassage(page, position) : undefined;
    return { ids, position, ...(passage && { passage }) };
  });
}

function byPosition(a: Place, b: Place): number {
  return a.position.start - b.position.start || a.position.end - b.position.end;
}

function unite(page: PageText, sorted: readonly Place[]): Place[] {
  const united: Place[] = [];
  for (const place of sorted) {
    const last = united.at(-1);
    if (last === undefined || !adjoin(page, last.position, place.position)) united.push(place);
    else {
      for (const id of place.ids) last.ids.push(id); // too many for the arguments of one call
      last.position = { start: last.position.start, end: Math.max(last.position.end, place.position.end) };
    }
  }
  return united;
}

/** Whether nothing visible is between the end of one and the start of the other. */
function adjoin(page: PageText, { end }: TextPositionSelector, { start }: TextPositionSelector): boolean {
  return (
    start <= end ||
    page.text.slice(end, start).trim() === '' ||
    !hasWords(readQuoteTree(page, { start: end, end: start }))
  );
}
