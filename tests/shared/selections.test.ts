import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listCorpusPages } from '../../scripts/read/corpus.ts';
import { trySelections } from '../../scripts/read/selections.ts';

const CORPUS = '../shared/corpus';
/** Takes one page of this many, because all of them take minutes (`npm run -s read -- --corpus DIR --selections 4`). */
const EACH = 20;

it.skipIf(!existsSync(CORPUS))(
  'quotes of random selections on real pages (skipped where there is no ../shared/corpus) have the words that can be seen',
  async () => {
    const pages = listCorpusPages(CORPUS).filter((_, at) => at % EACH === 0);
    const { selections, failures } = await trySelections(pages, 3);
    expect(selections).toBeGreaterThan(2 * pages.length);
    expect(failures.filter(({ isOfUnseen }) => !isOfUnseen)).toEqual([]);
  },
);
