import type { JsonLd, JsonLdNode } from './json-ld';
import type { ClosestFinder } from '../dom/closest';
import type { WordedText } from './headline-comparison';
import type { MetaTags } from './meta-tags';
import type { MicrodataProperty } from './microdata';
import type { ArticleHeader } from './article-header';
import type { PageElements } from './page-elements';
import type { PageLine } from './page-lines';
import type { WrittenDate } from './written-date';

/** What a page says of itself, read once for all fields. */
export interface Evidence {
  document: Document;
  /** The address of the page; `undefined` where it is not of the web. */
  address: URL | undefined;
  elements: PageElements;
  metaTags: MetaTags;
  jsonLd: JsonLd;
  /** The node of `jsonLd` that describes the article of this page. */
  article: JsonLdNode | undefined;
  microdata: readonly MicrodataProperty[];
  /** The names of the page's outlet, as `wordKey` makes them. */
  outletKeys: ReadonlySet<string>;
  /** The words of the page as a reader sees them. */
  lines: readonly PageLine[];
  closest: ClosestFinder;
}

/** The evidence once the language and the headline are known. */
export interface ArticleEvidence extends Evidence {
  /** BCP 47. */
  language: string | undefined;
  headline: string | undefined;
  /** What the page is called: the headline, and what its metadata say. */
  titles: readonly WordedText[];
  /** What stands around the headline; `undefined` where the page does not show it. */
  opening: ArticleHeader | undefined;
  /** The days that a text names, as dates are written where the page comes from. */
  datesIn: (text: string) => readonly WrittenDate[];
}
