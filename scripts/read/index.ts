/**
 * `npm run -s read -- --corpus DIR [--part open] [--no-directory] [--only TEXT]` reads a folder of saved pages with the
 * injected reader and prints one JSON line for each page, for the corpus's score.mjs and for score.ts. `--only` reads the pages
 * whose id contains the text. Instead of the lines, `--folds` prints estimated scores for unknown sites, `--peers` what
 * Readability and Defuddle read from the same pages, and `--selections N` in which of N selections for each article the quote
 * has other words. A corpus with a split.json needs a part. Of `--part score` only averages are printed; `--keep FILE` stores
 * its scores without names, and `--against FILE` compares with those.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import * as v from 'valibot';
import type {} from '../../src/content/article-reader';
import type {} from '../../src/content/reader';
import type { DirectoryPart } from '../../src/news/outlets/directory';
import { listDirectoryParts } from '../build/outlet-list';
import { isSplit, listCorpusPages, type CorpusPage } from './corpus';
import { tableOfFolds } from './folds';
import { buildInjectedFile } from './injected-file';
import { keepScores, readKeptScores, withoutNames } from './kept-scores';
import { visitPages } from './page-browser';
import { readByPeers, tableOfPeers } from './peers';
import { predictionFrom, type Prediction, type Reading } from './prediction';
import { scorePages, tableOfScores } from './score-table';
import { loadScorer, readSites } from './scorer';
import { trySelections } from './selections';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    only: { type: 'string' },
    'no-directory': { type: 'boolean' },
    folds: { type: 'boolean' },
    peers: { type: 'boolean' },
    selections: { type: 'string' },
    part: { type: 'string' },
    keep: { type: 'string' },
    against: { type: 'string' },
  },
});
const noDirectory: ReadonlyMap<string, DirectoryPart> = new Map();

const part = v.parse(v.optional(v.picklist(['open', 'score'])), values.part);

if (values.corpus === undefined || (isSplit(values.corpus) && part === undefined)) {
  console.error(
    'Usage: npm run -s read -- --corpus DIR [--part open|score [--keep FILE] [--against FILE]] [--no-directory] [--only TEXT] [--folds | --peers | --selections N]',
  );
  process.exitCode = 1;
} else if (part === 'score' && (values.only ?? values.selections) !== undefined) {
  console.error('Nobody looks at single pages of the part that scores');
  process.exitCode = 1;
} else {
  const { only } = values;
  const pages = listCorpusPages(values.corpus, part).filter(
    ({ id }) => only === undefined || id.includes(only),
  );
  for (const line of await linesAbout(pages, values.corpus)) console.log(line);
}

async function linesAbout(pages: readonly CorpusPage[], corpus: string): Promise<string[]> {
  if (values.selections !== undefined)
    return [JSON.stringify(await trySelections(pages, Number(values.selections)), null, 2)];
  const directory = values['no-directory'] === true ? noDirectory : listDirectoryParts();
  const files = await Promise.all(
    ['src/content/reader.ts', 'src/content/article-reader.ts'].map(buildInjectedFile),
  );
  if (values.folds === true) {
    const read = await visitPages(pages, async (page, { id, address }) => {
      const reading = await readPage(page, files);
      return {
        address,
        whole: predictionFrom(id, reading, directory),
        withoutDirectory: predictionFrom(id, reading, noDirectory),
      };
    });
    return [tableOfFolds(read, await loadScorer(corpus))];
  }
  if (values.peers === true) {
    const peersFile = await buildInjectedFile('scripts/read/peers-in-page.ts');
    const read = await visitPages(
      pages,
      async (page, { id }) => ({
        ours: predictionFrom(id, await readPage(page, files), directory),
        peers: await readByPeers(page, peersFile),
      }),
      { sideBySide: 1 },
    );
    return [tableOfPeers(read, await loadScorer(corpus))];
  }
  const read = await visitPages(pages, async (page, { id }) =>
    predictionFrom(id, await readPage(page, files), directory),
  );
  return part === 'score'
    ? [await meansOf(read, corpus)]
    : read.map((prediction) => JSON.stringify(prediction));
}

async function meansOf(read: readonly Prediction[], corpus: string): Promise<string> {
  const pages = scorePages(read, await loadScorer(corpus), readSites(corpus));
  if (values.keep !== undefined) keepScores(values.keep, pages);
  const earlier = values.against === undefined ? undefined : readKeptScores(values.against);
  return tableOfScores(withoutNames(pages), earlier);
}

async function readPage(page: Page, files: readonly string[]): Promise<Reading> {
  for (const file of files) await page.evaluate(file);
  return page.evaluate(() => {
    const start = performance.now();
    const captured = globalThis.clipsheetReader.readPage();
    const middle = performance.now();
    const { tree, leadPicture } = globalThis.clipsheetArticle.readArticle();
    return {
      captured,
      tree,
      leadPicture,
      times: { fields: middle - start, article: performance.now() - middle },
    };
  });
}
