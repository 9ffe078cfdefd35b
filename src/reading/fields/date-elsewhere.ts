import { UNRELATED } from '../evidence/article-header';
import type { ArticleEvidence } from '../evidence/evidence';
import type { PageLine } from '../evidence/page-lines';
import { nodesOfType } from '../evidence/json-ld-article';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { daysUpdated, readDateline } from './visible-date';

/** Publication days that are neither in the article's own metadata nor near its headline, and days of updates. */

/** The types of pages other than articles: a guide, a recipe, a course. */
const PAGE =
  /Page$|^(?:CreativeWork|Recipe|HowTo|Course|Guide|LearningResource|PodcastEpisode|Dataset|Book)$/u;

/** The days in the node of the page itself, if the page is not an article or its article has none. */
export function daysOfPage({ jsonLd }: ArticleEvidence, property: string): string[] {
  return nodesOfType(jsonLd, PAGE).flatMap((node) => textsAt(jsonLd, node, property));
}

const LABEL =
  /^(?:first |originally )?(?:published|posted|publication date|date published|veröffentlicht|erschienen|erstellt|publié|publicado|publicada|pubblicato|geplaatst|opublikowano|publicerad|publisert|yayın|опубликован|дата публикации|发布时间|發布時間|(?:date|datum|дата|日期)[:：]?$)/iu;
const NAMED_DATE = 'time, [class*="date" i], [class*="publish" i], [class*="posted" i], [id*="date" i]';
/** Elements that lead to another story and contain that story's day. A sidebar may contain the article's own day. */
const OTHER_STORY = `${UNRELATED}, a[href], blockquote, [class*="card" i], [class*="teaser" i], [class*="recent" i], [class*="latest" i]`;
const LONGEST_LINE = 80;
const FEW_OTHERS = 30;
/** In the line before the day: in another cell of a table, or in the term of a list. */
const isLabel = (line?: PageLine) =>
  line !== undefined && line.text.length < FEW_OTHERS && LABEL.test(line.text);

/** The first day in the page with a label for publication, otherwise the first in an element named after dates. */
export function daysElsewhere(evidence: ArticleEvidence): string[] {
  const { lines, datesIn, closest } = evidence;
  const isOfArticle = ({ text, element }: PageLine) =>
    text.length <= LONGEST_LINE && closest(element, OTHER_STORY) === null;
  const dated = lines
    .filter((line) => /\d/u.test(line.text) && isOfArticle(line))
    .map((line) => ({ line, ...readDateline(line.text, datesIn(line.text)) }))
    .filter(({ days, others }) => days.length > 0 && others <= FEW_OTHERS);
  const best =
    dated.find(({ line }) => LABEL.test(line.text) || isLabel(lines[lines.indexOf(line) - 1])) ??
    dated.find(({ line }) => closest(line.element, NAMED_DATE) !== null);
  return best?.days ?? [];
}

/** The days on which the article was changed. They are used only if the page gives no other day. */
export function updates(evidence: ArticleEvidence): string[] {
  const { jsonLd, article, metaTags } = evidence;
  return [
    ...daysUpdated(evidence),
    ...metaContents(
      metaTags,
      'article:modified_time',
      'article:modified',
      'og:updated_time',
      'last-modified',
    ),
    ...textsAt(jsonLd, article, 'dateModified'),
    ...daysOfPage(evidence, 'dateModified'),
  ];
}
