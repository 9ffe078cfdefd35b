import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../src/content/article-reader';
import type {} from '../../src/content/reader';
import { programOf } from '../browsers/session';
import { listCorpusPages, type CorpusPage } from '../read/corpus';
import { buildInjectedFile } from '../read/injected-file';
import { visitPages } from '../read/page-browser';
import { SAMPLE_ARTICLES } from '../samples/articles';
import { figuresOf } from './figures';
import { BENCH_HOST, SIZES, writePage } from './pages';
import type { Row } from './report';

const CORPUS = '../shared/corpus';

/** Milliseconds in the page. */
interface ReadingTimes {
  /** The first reading, as in a real clip: nothing is compiled yet. */
  first: number;
  /** A later reading, and a plain walk over all nodes of the document. */
  read: number;
  walk: number;
  /** The first reading of the article's text for the snapshot. */
  article: number;
}

/** Measures the reader over the corpus, or over our samples without it, in relation to a plain walk over the largest page. */
export async function measureReading(): Promise<Row[]> {
  const hasCorpus = existsSync(CORPUS);
  const articles = hasCorpus ? listCorpusPages(CORPUS) : sampleArticles();
  const ofArticles = await timePages(articles);
  const [ofLargest] = await timePages([largestPage()]);
  if (ofLargest === undefined) throw new Error('The largest page was not read');
  return [
    {
      what: `reading a page, of ${articles.length} ${hasCorpus ? 'of the corpus' : 'samples (there is no ../shared/corpus)'}`,
      figures: figuresOf(ofArticles.map(({ first }) => first)),
      aim: { at: 'p90', most: 25 },
    },
    {
      what: 'reading the text of its article',
      figures: figuresOf(ofArticles.map(({ article }) => article)),
      aim: { at: 'p90', most: 50 },
    },
    { what: 'one plain walk over the same pages', figures: figuresOf(ofArticles.map(({ walk }) => walk)) },
    { what: 'reading a page of 100,000 elements', figures: figuresOf([ofLargest.read]) },
    { what: 'one plain walk over it', figures: figuresOf([ofLargest.walk]) },
    {
      what: 'reading it, in walks',
      figures: figuresOf([ofLargest.read / ofLargest.walk]),
      unit: '×',
      aim: { at: 'median', most: 3 },
    },
  ];
}

async function timePages(pages: readonly CorpusPage[]): Promise<ReadingTimes[]> {
  const files = await Promise.all(
    ['src/content/reader.ts', 'src/content/article-reader.ts'].map(buildInjectedFile),
  );
  return visitPages(pages, (page) => timePage(page, files), { sideBySide: 1 });
}

async function timePage(page: Page, files: readonly string[]): Promise<ReadingTimes> {
  for (const file of files) await page.evaluate(file);
  return page.evaluate<ReadingTimes>(programOf(timeReading, []));
}

/** Runs in the page. */
function timeReading(): ReadingTimes {
  const time = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const repeat = (work: () => unknown) =>
    Array.from({ length: 5 }, () => time(work)).toSorted((a, b) => a - b)[2] ?? 0;
  const read = () => globalThis.clipsheetReader.readPage();
  const walk = () => {
    const nodes = document.createTreeWalker(document);
    while (nodes.nextNode() !== null);
  };
  return {
    first: time(read),
    read: repeat(read),
    walk: repeat(walk),
    article: time(() => globalThis.clipsheetArticle.readArticle()),
  };
}

function sampleArticles(): CorpusPage[] {
  return Object.entries(SAMPLE_ARTICLES).map(([id, address]) => {
    const { hostname, pathname } = new URL(address);
    const file = join('samples', hostname, pathname.endsWith('.html') ? pathname : `${pathname}.html`);
    return { id, address, markup: () => readFileSync(file, 'utf8') };
  });
}

function largestPage(): CorpusPage {
  const elements = Math.max(...SIZES.map((size) => size.elements));
  return { id: 'largest', address: `http://${BENCH_HOST}/${elements}`, markup: () => writePage(elements) };
}
