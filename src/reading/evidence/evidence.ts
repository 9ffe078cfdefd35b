import type { JsonLd, JsonLdNode } from './json-ld';
import type { ClosestFinder } from '../dom/closest';
import type { WordedText } from './headline-comparison';
import type { MetaTags } from './meta-tags';
import type { MicrodataProperty } from './microdata';
import type { ArticleHeader } from './article-header';
import type { PageElements } from './page-elements';
import type { PageLine } from './page-lines';
import type { WrittenDate } from './written-date';

/** What a page says about itself, read once for all fields. */
export interface Evidence {
  document: Document;
  /** The address of the page; `undefined` if it is not http or https. */
  address: URL | undefined;
  elements: PageElements;
  metaTags: MetaTags;
  jsonLd: JsonLd;
  /** The node of `jsonLd` that describes this page's article. */
  article: JsonLdNode | undefined;
  microdata: readonly MicrodataProperty[];
  /** The names of the page's outlet, in the form of `wordKey`. */
  outletKeys: ReadonlySet<string>;
  /** The text of the page as a reader sees it. */
  lines: readonly PageLine[];
  closest: ClosestFinder;
}

/** The evidence after language and headline are known. */
export interface ArticleEvidence extends Evidence {
  /** BCP 47. */
  language: string | undefined;
  headline: string | undefined;
  /** The titles of the page: the headline, and those in the metadata. */
  titles: readonly WordedText[];
  /** The lines around the headline; `undefined` if the page does not show it. */
  header: ArticleHeader | undefined;
  /** The days in a text, as dates are written in the page's language and country. */
  datesIn: (text: string) => readonly WrittenDate[];
}
