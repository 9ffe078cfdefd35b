import type { Candidate } from '../../news/candidate';
import type { Evidence } from '../evidence/evidence';
import { isSameWording, startsWithText, worded, type WordedText } from '../evidence/headline-comparison';
import { leadsHome } from '../evidence/home-link';
import { isBesideArticle } from '../evidence/article-header';
import { trimHeadline } from './headline-trim';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { ofKind } from './page-kinds';
import { gatherCandidates, tidyText, type Source } from './source';
import { textOf } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

const TITLE_TAGS = ['og:title', 'twitter:title'];

/** What the sources of the headline share, read once. */
interface HeadlineEvidence extends Evidence {
  /** The titles in the page's metadata. */
  titles: readonly WordedText[];
  h1: readonly WordedText[];
  /** Headings of levels two and three. */
  lesser: readonly WordedText[];
}

/**
 * Where a headline is found, the most trustworthy first. What the reader sees comes before what is written for search engines
 * and social networks; a title is used where another source confirms it.
 */
const SOURCES: readonly Source<HeadlineEvidence>[] = [
  { name: 'kind of page', read: ofKind('headline') },
  { name: 'h1 as in titles', read: ({ h1, titles }) => confirmed(h1, titles) },
  { name: 'only h1', read: onlyHeading },
  { name: 'heading as in titles', read: ({ lesser, titles }) => confirmed(lesser, titles) },
  { name: 'line of the title', read: linesOfTitle },
  { name: 'first h1', read: ({ h1 }) => h1.map(({ text }) => text) },
  { name: 'microdata', read: microdataHeadlines },
  {
    name: 'json-ld',
    read: (evidence) => trimmed(evidence, textsAt(evidence.jsonLd, evidence.article, 'headline')),
  },
  {
    name: 'og:title',
    read: (evidence) => trimmed(evidence, metaContents(evidence.metaTags, ...TITLE_TAGS)),
  },
  { name: 'title', read: (evidence) => trimmed(evidence, documentTitles(evidence)) },
];

const MOST_HEADINGS = 40;
/** A shorter or longer line is not taken for a headline just because a title contains it. */
const SHORTEST_LINE = 8;
const LONGEST_LINE = 500;
/** A title may begin with a shorter heading by chance. */
const SHORTEST_BEGINNING = 13;
const CUT = /(?:(?<!\s)\s+)?(?:\.{3}|…)$/u;

/** The candidates for the headline as a reader sees it. One that is cut off comes after the complete one. */
export function readHeadline(evidence: Evidence): Candidate[] {
  const titles = titlesOf(evidence);
  const found = gatherCandidates(SOURCES, {
    ...evidence,
    titles,
    h1: headings(evidence.elements.h1, evidence, titles),
    lesser: headings(evidence.elements.lesserHeadings, evidence, titles),
  });
  const isCut = ({ value }: Candidate) =>
    CUT.test(value) && found.some((other) => !CUT.test(other.value) && startsWithText(other.value, value));
  const whole = [...found.filter((one) => !isCut(one)), ...found.filter(isCut)];
  const bare = whole.find(({ value }) => isBehindKicker(value, whole[0]?.value));
  return bare === undefined ? whole : [bare, ...whole.filter((one) => one !== bare)];
}

/** Whether a text is a kicker, a dash or a bar, and then the headline. */
function isBehindKicker(headline: string, text: string | undefined): boolean {
  return (
    headline.length > SHORTEST_BEGINNING &&
    text?.endsWith(headline) === true &&
    /[-–—|]\s+$/u.test(text.slice(0, -headline.length))
  );
}

/** The titles in a page's metadata. */
export function titlesOf(evidence: Evidence): WordedText[] {
  return [
    ...metaContents(evidence.metaTags, ...TITLE_TAGS),
    ...textsAt(evidence.jsonLd, evidence.article, 'headline'),
    ...documentTitles(evidence),
  ].map((title) => worded(tidyText(title) ?? ''));
}

function documentTitles({ document }: Evidence): string[] {
  return get(document, 'title') === '' ? [] : [get(document, 'title')];
}

function headings(
  elements: readonly Element[],
  evidence: Evidence,
  titles: readonly WordedText[],
): WordedText[] {
  return elements
    .slice(0, MOST_HEADINGS)
    .filter((heading) => !isNameOfSite(heading, evidence))
    .map((heading) => textOfHeading(heading, titles))
    .filter((heading) => heading !== undefined);
}

/** Kickers inside a heading. They belong to the headline only if a title contains them, too. */
const KICKER =
  '[class*="kicker" i], [class*="overline" i], [class*="topline" i], [class*="eyebrow" i], [class*="roofline" i], [class*="spitzmarke" i], [class*="dachzeile" i]';

function textOfHeading(heading: Element, titles: readonly WordedText[]): WordedText | undefined {
  const text = textOf(heading);
  if (text === undefined) return undefined;
  const whole = worded(text);
  const kicker = call(heading, 'querySelector', KICKER);
  const start = kicker === null ? undefined : textOf(kicker);
  if (start === undefined || !text.startsWith(start)) return whole;
  const rest = text.slice(start.length).trim();
  return rest === '' || titles.some(({ key }) => key.startsWith(whole.key)) ? whole : worded(rest);
}

/** Whether a heading leads to the front page, or is the site's name. */
function isNameOfSite(heading: Element, { address, metaTags }: Evidence): boolean {
  const link = call(heading, 'closest', 'a[href]') ?? call(heading, 'querySelector', 'a[href]');
  if (link !== null && address !== undefined && leadsHome(link, address)) return true;
  const names = metaContents(metaTags, 'og:site_name', 'application-name');
  return names.length > 0 && names.some((name) => isSameWording(name, textOf(heading, LONGEST_LINE) ?? ''));
}

/** The heading of a page with only one. */
function onlyHeading({ elements, h1 }: HeadlineEvidence): string[] {
  return elements.h1.length === 1 ? h1.map(({ text }) => text) : [];
}

/** The texts that equal a title or begin one. */
function confirmed(texts: readonly WordedText[], titles: readonly WordedText[]): string[] {
  return texts
    .filter(({ text, key }) =>
      titles.some(
        (title) =>
          key !== '' &&
          (title.key === key || (text.length >= SHORTEST_BEGINNING && title.key.startsWith(key))),
      ),
    )
    .map(({ text }) => text);
}

/** The lines of the page that a title begins or ends with. The rest of the title is then the names of section and outlet. */
function linesOfTitle(evidence: HeadlineEvidence): string[] {
  const { lines, titles, closest } = evidence;
  const longest = Math.max(...titles.map(({ text }) => text.length));
  return lines
    .filter(
      (line) =>
        line.text.length >= SHORTEST_LINE &&
        line.text.length <= Math.min(LONGEST_LINE, 2 * longest) &&
        titles.some(({ key }) => isMostOf(line.key, key)) &&
        !isBesideArticle(line.element, closest) &&
        !isNameOfSite(line.element, evidence),
    )
    .map(({ text }) => text);
}

function isMostOf(key: string, title: string): boolean {
  return key.length > title.length / 2 && (title.startsWith(key) || title.endsWith(key));
}

function microdataHeadlines({ microdata }: Evidence): string[] {
  return microdata.filter(({ name }) => name === 'headline').map(({ value }) => value);
}

function trimmed({ outletKeys }: HeadlineEvidence, titles: string[]): string[] {
  return titles.map((title) => trimHeadline(tidyText(title) ?? '', outletKeys));
}
