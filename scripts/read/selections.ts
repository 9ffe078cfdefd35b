import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import type { Page } from 'playwright';
import { visit } from 'unist-util-visit';
import * as v from 'valibot';
import type {} from '../../src/content/quote-reader';
import { passageSchema } from '../../src/news/captured-page';
import { quoteFromPassage } from '../../src/quotes/quote-of-passage';
import type { CorpusPage } from './corpus';
import { buildInjectedFile } from './injected-file';
import { visitPages } from './page-browser';
import { randomNumbers } from '../random-numbers';
import type { Selected } from './selection-probe';

/** A selection whose quote has other words, or lacks a link. */
export interface SelectionFailure {
  id: string;
  /** The number of the selection in the page. */
  number: number;
  /** What is selected, what of it is visible and what is quoted, from the first difference on. */
  selected: string;
  seen: string;
  quoted: string;
  lostLinks: string[];
  /** Whether the quote has all visible words, and the selection has others. */
  isOfUnseen: boolean;
}

export interface SelectionResult {
  /** Pages that show an article in which something could be selected. */
  pages: number;
  selections: number;
  links: number;
  /** The selections of which the popup says that hidden words were left out. */
  hidden: HiddenWords[];
  failures: SelectionFailure[];
}

export interface HiddenWords {
  id: string;
  number: number;
  words: string;
}

/** Makes `count` selections in the article of each page, the same ones at each run, and compares their quotes with them. */
export async function trySelections(pages: readonly CorpusPage[], count: number): Promise<SelectionResult> {
  const files = await Promise.all(
    ['src/content/quote-reader.ts', 'src/content/article-reader.ts', 'scripts/read/selection-probe.ts'].map(
      buildInjectedFile,
    ),
  );
  const tried = await visitPages(pages, (page, { id }) => tryPage(page, id, files, count));
  const all = tried.flat();
  return {
    pages: tried.filter(({ length }) => length > 0).length,
    selections: all.length,
    links: all.reduce((sum, { links }) => sum + links, 0),
    hidden: all.flatMap(({ hidden }) => hidden ?? []),
    failures: all.flatMap(({ failure }) => failure ?? []),
  };
}

interface Tried {
  links: number;
  hidden?: HiddenWords;
  failure?: SelectionFailure;
}

async function tryPage(page: Page, id: string, files: readonly string[], count: number): Promise<Tried[]> {
  for (const file of files) await page.evaluate(file);
  const random = randomNumbers(id);
  const tried: Tried[] = [];
  for (let number = 0; number < count; number++) {
    const { selected, passages } = await page.evaluate(
      (numbers) => ({
        selected: globalThis.selectionProbe.select(numbers),
        passages: globalThis.clipsheetQuotes.readSelection().passages,
      }),
      Array.from({ length: 4 }, random),
    );
    if (selected === undefined) break;
    const quoted = readQuoted(passages);
    const failure = await compare(selected, quoted, () =>
      page.evaluate(() => globalThis.selectionProbe.readSeenWords()),
    );
    tried.push({
      links: selected.links.length,
      ...(quoted.hidden !== '' && { hidden: { id, number, words: quoted.hidden } }),
      ...(failure !== undefined && { failure: { id, number, ...failure } }),
    });
  }
  return tried;
}

interface Quoted {
  words: string;
  /** The words that were left out. */
  hidden: string;
  links: ReadonlySet<string>;
}

function readQuoted(passages: unknown): Quoted {
  const parsed = v.parse(v.array(passageSchema), passages);
  const markdown = parsed.map((passage) => quoteFromPassage(passage, '').markdown).join('\n\n');
  const hidden = parsed.flatMap(({ concealed }) => concealed?.words ?? []).join(' ');
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const links = new Set<string>();
  visit(tree, 'link', ({ url }) => void links.add(new URL(url).href));
  return { words: squeeze(toString(tree, { includeImageAlt: false })), hidden, links };
}

async function compare(
  selected: Selected,
  quoted: Quoted,
  readSeenWords: () => Promise<string>,
): Promise<Omit<SelectionFailure, 'id' | 'number'> | undefined> {
  const words = squeeze(selected.words);
  const lostLinks = selected.links.filter((link) => !quoted.links.has(link));
  if (words === quoted.words && lostLinks.length === 0) return undefined;
  const seen = squeeze(await readSeenWords());
  const isOfUnseen = seen === quoted.words;
  const from = Math.max(0, sharedLength(isOfUnseen ? words : seen, quoted.words) - 20);
  const excerpt = (text: string) => text.slice(from, from + 80);
  return {
    selected: excerpt(words),
    seen: excerpt(seen),
    quoted: excerpt(quoted.words),
    lostLinks,
    isOfUnseen,
  };
}

function sharedLength(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}

/**
 * Without case, white space and invisible characters. Superscript and subscript numbers are written with characters of their
 * own, footnote marks in brackets, and `<q>` with the quotation marks that the browser draws: these are not compared.
 */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\u200B\u2060\uFEFF\u00AD\uE000-\uF8FF[\]"]+/gu, '');
}
