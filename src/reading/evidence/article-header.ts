import type { ClosestFinder } from '../dom/closest';
import { wordKey } from './headline-comparison';
import type { PageLine } from './page-lines';
import { call } from '../dom/node-property';

/** The lines around the headline of an article. */
export interface ArticleHeader {
  /** The lines before the headline, the nearest first. */
  above: readonly PageLine[];
  /** The lines after it, as far as the first paragraphs. */
  below: readonly PageLine[];
}

const MOST_ABOVE = 12;
const MOST_BELOW = 40;
const LONGEST_KICKER = 50;
/** A shorter line does not count as a headline that was cut off: a menu may contain the first word of one. In characters. */
const SHORTEST_CUT = 13;
/** A line of at least this many characters is a paragraph. */
const PARAGRAPH = 200;
const MOST_PARAGRAPHS = 3;
/** Matches elements with other stories, controls or comments. */
export const UNRELATED =
  'nav, footer, form, dialog, [role="navigation"], [class*="related" i], [class*="recommend" i], [class*="popular" i], [class*="trending" i], [class*="comment" i], [class*="newsletter" i], [class*="breadcrumb" i]';
/** Matches elements whose content does not belong to the article. */
export const OUTSIDE_ARTICLE = `${UNRELATED}, aside, [class*="sidebar" i]`;

/** Whether an element belongs to something other than the article. */
export function isOutsideArticle(element: Element, closest: ClosestFinder): boolean {
  return closest(element, OUTSIDE_ARTICLE) !== null;
}

/** The lines around a headline; `undefined` if the page does not show it. */
export function articleHeaderAt(
  lines: readonly PageLine[],
  headline: string | undefined,
  closest: ClosestFinder,
): ArticleHeader | undefined {
  const at = headline === undefined ? -1 : lineOfHeadline(lines, headline);
  if (at < 0) return undefined;
  const isOfArticle = ({ element }: PageLine) => {
    const part = closest(element, OUTSIDE_ARTICLE);
    return part === null || call(part, 'contains', lines[at]?.element ?? null);
  };
  const above = lines.slice(Math.max(0, at - MOST_ABOVE), at).reverse();
  const below = lines.slice(at + 1, at + 1 + MOST_BELOW);
  return { above: above.filter(isOfArticle), below: untilText(below.filter(isOfArticle)) };
}

/** The index of the line with the headline: an `h1`, otherwise another heading, otherwise the first line with its text; -1 if none. */
function lineOfHeadline(lines: readonly PageLine[], headline: string): number {
  const key = wordKey(headline);
  if (key === '') return -1;
  const places = lines.flatMap((line, at) => (isHeadline(line, headline, key) ? [at] : []));
  const inHeading = (selector: string) =>
    places.find((at) => call(lines[at]?.element, 'closest', selector) !== null);
  return inHeading('h1') ?? inHeading('h2, h3, [role="heading"]') ?? places.at(0) ?? -1;
}

/** Whether a line is the headline: alone, cut short, or with a kicker before it or a mark after it. */
function isHeadline(line: PageLine, headline: string, key: string): boolean {
  const { length } = line.text;
  const mayBeCut = length >= SHORTEST_CUT;
  if ((length < key.length && !mayBeCut) || length > headline.length + LONGEST_KICKER || line.key === '')
    return false;
  return (mayBeCut && key.startsWith(line.key)) || line.key.startsWith(key) || line.key.endsWith(key);
}

/** The lines up to the end of the third long paragraph, where the article's text has begun. */
function untilText(lines: readonly PageLine[]): PageLine[] {
  let paragraphs = 0;
  const end = lines.findIndex(({ text }) => text.length >= PARAGRAPH && ++paragraphs === MOST_PARAGRAPHS);
  return end < 0 ? [...lines] : lines.slice(0, end + 1);
}
