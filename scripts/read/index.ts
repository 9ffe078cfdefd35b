/**
 * `npm run -s read -- --corpus DIR [--no-directory] [--only TEXT]` reads a folder of saved pages with the injected reader and prints one
 * JSON line a page, for the corpus's score.mjs. `--only` reads the pages whose id contains the text.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import type {} from '../../src/content/article-reader';
import type {} from '../../src/content/reader';
import type { DirectoryPart } from '../../src/news/outlets/directory';
import { listDirectoryParts } from '../build/outlet-list';
import { listCorpusPages, type CorpusPage } from './corpus';
import { buildInjectedFile } from './injected-file';
import { visitPages } from './page-browser';
import { predictionFrom, type Prediction, type Reading } from './prediction';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, only: { type: 'string' }, 'no-directory': { type: 'boolean' } },
});

if (values.corpus === undefined) {
  console.error('Usage: npm run -s read -- --corpus DIR [--no-directory] [--only TEXT]');
  process.exitCode = 1;
} else {
  const { only } = values;
  const pages = listCorpusPages(values.corpus).filter(({ id }) => only === undefined || id.includes(only));
  for (const prediction of await readPages(pages)) console.log(JSON.stringify(prediction));
}

async function readPages(pages: readonly CorpusPage[]): Promise<Prediction[]> {
  const files = await Promise.all(
    ['src/content/reader.ts', 'src/content/article-reader.ts'].map(buildInjectedFile),
  );
  const directory = values['no-directory'] === true ? new Map<string, DirectoryPart>() : listDirectoryParts();
  return visitPages(pages, async (page, { id }) =>
    predictionFrom(id, await readPage(page, files), directory),
  );
}

async function readPage(page: Page, files: readonly string[]): Promise<Reading> {
  for (const file of files) await page.evaluate(file);
  return page.evaluate(() => {
    const start = performance.now();
    const captured = globalThis.clipsheetReader.readPage();
    const middle = performance.now();
    const { tree } = globalThis.clipsheetArticle.readArticle();
    return {
      captured,
      tree,
      times: { fields: middle - start, article: performance.now() - middle },
    };
  });
}
