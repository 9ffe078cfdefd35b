import { wordKey } from '../evidence/headline-comparison';
import { readJsonLd, type JsonLd } from '../evidence/json-ld';
import { lettersIn, blockText } from './prose';

/**
 * The article's text as structured data declare it (`articleBody`). It has no markup and is often cut off or of another version,
 * so that it only decides which paragraphs of the page belong to the article.
 */

/** Letters and digits. */
const SHORTEST_TEXT = 500;
const SHORTEST_PART = 20;
/** The page's paragraphs must contain this share of the text. */
const LEAST_SHOWN = 0.9;
/** At most this share of the article is left out. */
const LARGEST_REST = 0.45;

/** The letters and digits of the declared text; `undefined` if none is declared. */
export function readDeclaredText(document: Document): string | undefined {
  const keys = textsIn(readJsonLd(document)).map((text) => wordKey(text.replace(/<[^<>]*>/gu, ' ')));
  const longest = keys.reduce((best, key) => (key.length > best.length ? key : best), '');
  return longest.length < SHORTEST_TEXT ? undefined : longest;
}

function textsIn({ nodes }: JsonLd): string[] {
  return nodes.map((node) => node['articleBody']).filter((text) => typeof text === 'string');
}

function isDeclared(block: Element, declared: string): boolean {
  const key = wordKey(blockText(block));
  return key.length >= SHORTEST_PART && declared.includes(key);
}

/** Removes what the declared text does not have from other containers than its own, if the article has nearly all of that. */
export function removeUndeclared(article: Element, declared: string): void {
  const blocks = [...article.querySelectorAll('p, div')].filter(
    (block) => block.querySelector('p, div, table, ul, ol') === null && blockText(block) !== '',
  );
  const shown = blocks.filter((block) => isDeclared(block, declared));
  const length = shown.reduce((sum, block) => sum + wordKey(blockText(block)).length, 0);
  if (length < declared.length * LEAST_SHOWN) return;
  const own = new Set(shown.map(({ parentElement }) => parentElement));
  const others = blocks.filter(
    (block) =>
      !own.has(block.parentElement) && !isDeclared(block, declared) && block.closest('blockquote') === null,
  );
  if (lettersIn(others) <= lettersIn(blocks) * LARGEST_REST) for (const block of others) block.remove();
}
