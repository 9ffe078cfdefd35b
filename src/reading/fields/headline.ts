import type { Candidate } from '../../news/candidate';
import type { Evidence } from '../evidence/evidence';
import { startsWithText, worded, type WordedText } from '../evidence/headline-comparison';
import { isOutsideArticle } from '../evidence/article-header';
import { headings, isNameOfSite, type Heading } from './headings';
import { trimHeadline } from './headline-trim';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { ofKind } from './page-kinds';
import { gatherCandidates, tidyText, type Source } from './source';
import { sharesNoWord } from '../text/shared-words';
import { get } from '../dom/node-property';

const TITLE_TAGS = ['og:title', 'twitter:title'];

/** What the sources of the headline share, read once. */
interface HeadlineEvidence extends Evidence {
  /** The titles in the page's metadata. */
  titles: readonly WordedText[];
  h1: readonly Heading[];
  /** Headings of levels two and three. */
  lesser: readonly Heading[];
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
  { name: 'first h1', read: firstHeadings },
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

/** A shorter or longer line is not taken for a headline just because a title contains it. */
const SHORTEST_LINE = 8;
const LONGEST_LINE = 500;
/** A title may begin with a shorter heading by chance. */
const SHORTEST_BEGINNING = 13;
/** How many new messages a page has, before its title. */
const NEW_MESSAGES = /^\s*\(\d{1,2}\+?\)\s/u;
/** What editors write into new pages. */
const UNTITLED = /^\s*(?:untitled(?: document| page)?|unbenannt|без названия|无标题(?:文档)?)\s*$/iu;
const CUT = /(?:(?<!\s)\s+)?(?:\.{3}|…)$/u;

/** The candidates for the headline as a reader sees it. One that is cut off comes after the complete one. */
export function readHeadline(evidence: Evidence): Candidate[] {
  const titles = titlesOf(evidence);
  const found = gatherCandidates(SOURCES, {
    ...evidence,
    titles,
    h1: headings(evidence.elements.h1, evidence, titles),
    lesser: headings(evidence.elements.subheadings, evidence, titles),
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
  const title = get(document, 'title').replace(NEW_MESSAGES, '');
  return title === '' || UNTITLED.test(title) ? [] : [title];
}

/** The heading of a page that shows only one, unless it is a section's name. */
function onlyHeading({ h1, titles }: HeadlineEvidence): string[] {
  const [only, second] = h1.filter(({ isShown }) => isShown);
  return only === undefined || second !== undefined || isOfSection(only, titles) ? [] : [only.text];
}

/** Whether a heading is a section's name: short, one of the additions to a title, or without a word of the titles. */
function isOfSection({ text, key }: WordedText, titles: readonly WordedText[]): boolean {
  return (
    text.length < SHORTEST_BEGINNING ||
    titles.some((title) => title.key.indexOf(key) > 0 && key.length < title.key.length / 2) ||
    sharesNoWord(text, titles.map((title) => title.text).join(' '))
  );
}

function firstHeadings({ h1, titles }: HeadlineEvidence): string[] {
  return h1
    .toSorted((a, b) => Number(isOfSection(a, titles)) - Number(isOfSection(b, titles)))
    .map(({ text }) => text);
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
        !isOutsideArticle(line.element, closest) &&
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
