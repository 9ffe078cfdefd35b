import type { Candidate } from '../../news/candidate';
import { daysElsewhere, daysOfPage, updates } from './date-elsewhere';
import { dayInAddress, parseDateText } from '../text/date-text';
import type { ArticleEvidence } from '../evidence/evidence';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { ofKind } from './page-kinds';
import { gatherCandidates, type Source } from './source';
import { visibleDays } from './visible-date';
import { textOf } from '../dom/visible-text';
import { call } from '../dom/node-property';

const PUBLISHED_TAGS = [
  'article:published', 'og:published_time', 'og:article:published_time', 'datepublished', 'date', 'pubdate', 'publishdate', 'publish-date', 'publish_date',
  'published-date', 'published_date', 'date-published', 'date_published', 'article:published_date', 'citation_publication_date', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dc.date', 'dcterms.date', 'parsely-pub-date', 'published_at', 'article.published', 'sailthru.date', 'cxenseparse:recs:publishtime', 'firstcreate', 'ptime', 'weibo:article:create_at',
]; // prettier-ignore

/** Where the publication day is found, the most trustworthy first. */
const SOURCES: readonly Source<ArticleEvidence>[] = [
  { name: 'kind of page', read: publishedOfKind },
  {
    name: 'article:published_time',
    read: ({ metaTags }) => metaContents(metaTags, 'article:published_time'),
  },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'datePublished') },
  {
    name: 'microdata',
    read: ({ microdata }) =>
      microdata.filter(({ name }) => name === 'datePublished').map(({ value }) => value),
  },
  { name: 'address', read: ({ address }) => [address === undefined ? undefined : dayInAddress(address)] },
  { name: 'meta', read: ({ metaTags }) => metaContents(metaTags, ...PUBLISHED_TAGS) },
  { name: 'near the headline', read: visibleDays },
  { name: 'json-ld of the page', read: (evidence) => daysOfPage(evidence, 'datePublished') },
  {
    name: 'time',
    read: ({ elements }) =>
      elements.times.slice(0, 5).map((time) => call(time, 'getAttribute', 'datetime') ?? textOf(time, 200)),
  },
  { name: 'in the headline', read: ({ headline = '', datesIn }) => datesIn(headline).map(({ day }) => day) },
  { name: 'json-ld created', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'dateCreated') },
  { name: 'elsewhere', read: daysElsewhere, isLastResort: true },
  { name: 'updated', read: updates },
];

/**
 * The candidates for the publication time: an ISO instant with the page's own offset, or a day if the page gives no time or no
 * offset. The day is the one printed on the page, never shifted to another zone.
 */
export function readPublicationDate(evidence: ArticleEvidence): Candidate[] {
  const found = gatherCandidates(
    SOURCES,
    evidence,
    (text) => parseDateText(text) ?? evidence.datesIn(text)[0]?.day,
  );
  const better = dayPrinted(found) ?? firstPublished(found, evidence);
  return better === undefined ? found : [better, ...found.filter((candidate) => candidate !== better)];
}

/** Some sites give the time of the last change as that of publication. Structured data may then contain an earlier day. */
function firstPublished(
  [best, ...others]: readonly Candidate[],
  evidence: ArticleEvidence,
): Candidate | undefined {
  const { metaTags, jsonLd, article } = evidence;
  const changed = [
    ...metaContents(metaTags, 'article:modified_time'),
    ...textsAt(jsonLd, article, 'dateModified'),
  ];
  return best?.source === 'article:published_time' &&
    changed.some((text) => parseDateText(text) === best.value)
    ? others.find(({ value, source }) => source === 'json-ld' && value.slice(0, 10) < best.value.slice(0, 10))
    : undefined;
}

/** A day, or an hour in UTC in which it is still the previous day in America. */
const EARLY = /^.{10}(T0.*(Z|\+00:00))?$/u;
const DAY = 86_400_000;

/**
 * The day that the page prints, if the declared time is the same moment one day later, in UTC. The day in an address confirms
 * only an instant.
 */
function dayPrinted(found: readonly Candidate[]): Candidate | undefined {
  const [best] = found;
  if (best === undefined || isPrinted(best) || !EARLY.test(best.value)) return undefined;
  const day = best.value.slice(0, 10);
  const eve = new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
  const isInstant = found.some(({ value }) => value.startsWith(`${day}T0`) && EARLY.test(value));
  const printed = found.filter(isPrinted);
  return printed.some(({ value }) => value === day)
    ? undefined
    : printed.find(({ value, source }) => value === eve && (isInstant || source !== 'address'));
}

function isPrinted({ source }: Candidate): boolean {
  return source === 'near the headline' || source === 'address';
}

const readOfKind = ofKind('published');

function publishedOfKind(evidence: ArticleEvidence): (string | undefined)[] {
  return readOfKind(evidence).map((text) => parseDateText(text) ?? evidence.datesIn(text)[0]?.day);
}
