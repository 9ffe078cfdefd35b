import type { Clip } from '../news/clip';
import type { Database } from './schema';

const MOST_FOUND = 100;

/**
 * The clips of all issues in whose headline, outlet, quotes and comment every word of the query occurs, clipped last
 * first; the bin is left out. Case, accents and the width of characters do not count, and words need not be whole: Chinese
 * is written without spaces.
 */
export async function searchClips(database: Database, query: string, limit = MOST_FOUND): Promise<Clip[]> {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  const found: Clip[] = [];
  if (words.length === 0) return found;
  let cursor = await database.transaction('clips').store.index('clippedAt').openCursor(null, 'prev');
  while (cursor !== null && found.length < limit) {
    const text = searchedText(cursor.value);
    if (cursor.value.binnedAt === undefined && words.every((word) => text.includes(word)))
      found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}

function searchedText({ headline, relatedHeadlines, outlet, quotes, comment }: Clip): string {
  const passages = [...quotes.flatMap((quote) => [quote.markdown, quote.translation]), comment].map((text) =>
    plainWords(text ?? ''),
  );
  const speakers = quotes.map(({ speaker }) => speaker);
  return foldText([headline, ...(relatedHeadlines ?? []), outlet, ...speakers, ...passages].join('\n'));
}

/** The words of some Markdown, roughly: what stands between a reader's word and what is searched is taken out. */
function plainWords(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)|[*_`~\\[\]]/gu, '');
}

/** Without case, accents and the width of characters. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
