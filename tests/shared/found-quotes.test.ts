import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listCorpusPages } from '../../scripts/read/corpus.ts';
import { EDITS } from '../../scripts/read/edited-pages.ts';
import { countFoundQuotes } from '../../scripts/read/found-quotes.ts';

const CORPUS = '../shared/corpus';
/** Takes one page of this many, with some 180 quotes. `npx tsx scripts/read/found.ts DIR` takes all pages. */
const EACH = 9;

it.skipIf(!existsSync(CORPUS))(
  'quotes on real pages (skipped where there is no ../shared/corpus) are found after the page was edited, at no wrong place',
  () => {
    const { counts } = countFoundQuotes(listCorpusPages(CORPUS).filter((_, at) => at % EACH === 0));
    for (const { edit, quotes, found, same, wrong } of counts) {
      expect(quotes, edit).toBeGreaterThan(50);
      expect(wrong, edit).toEqual([]);
      if (edit in EDITS) expect(found / quotes, edit).toBeGreaterThanOrEqual(0.99);
      else expect(same, edit).toBe(0);
    }
  },
  120_000,
);
