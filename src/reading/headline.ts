import type { Candidate } from '../news/candidate';
import type { Evidence } from './evidence';
import { endsWithText, isSameText, startsWithText, wordKey } from './headline-comparison';
import { leadsHome } from './home-link';
import { isBesideArticle } from './opening';
import { trimHeadline } from './headline-trim';
import { textsAt } from './json-ld';
import { metaContents } from './meta-tags';
import { gatherCandidates, tidyText, type Source } from './source';
import { textOf } from './visible-text';

/**
 * Where a headline stands, most trustworthy first. What the reader sees comes before what is written for search engines
 * and networks; a title is where it is confirmed by.
 */
export const HEADLINE_SOURCES: readonly Source[] = [
  { name: 'h1 as in titles', read: (evidence) => confirmed(evidence, headings(evidence, 'h1')) },
  { name: 'only h1', read: onlyHeading },
  { name: 'heading as in titles', read: (evidence) => confirmed(evidence, headings(evidence, 'h2, h3')) },
  { name: 'line of the title', read: (evidence) => linesOfTitle(evidence) },
  { name: 'first h1', read: (evidence) => headings(evidence, 'h1') },
  { name: 'microdata', read: (evidence) => microdataHeadlines(evidence) },
  {
    name: 'json-ld',
    read: (evidence) => trimmed(evidence, textsAt(evidence.jsonLd, evidence.article, 'headline')),
  },
  { name: 'og:title', read: (evidence) => trimmed(evidence, metaContents(evidence.metaTags, 'og:title')) },
  {
    name: 'twitter:title',
    read: (evidence) => trimmed(evidence, metaContents(evidence.metaTags, 'twitter:title')),
  },
  { name: 'title', read: (evidence) => trimmed(evidence, documentTitles(evidence)) },
];

const MOST_HEADINGS = 40;
/** No longer line is taken for a headline because a title has it too. */
const LONGEST_LINE = 500;
const CUT = /\s*(?:\.{3}|…)$/u;

/** The candidates for the headline as a reader sees it; one that was cut off comes after the one that goes on. */
export function readHeadline(evidence: Evidence): Candidate[] {
  const found = gatherCandidates(HEADLINE_SOURCES, evidence);
  const isCut = ({ value }: Candidate) =>
    CUT.test(value) && found.some((other) => !CUT.test(other.value) && startsWithText(other.value, value));
  return [...found.filter((one) => !isCut(one)), ...found.filter(isCut)];
}

function headings(evidence: Evidence, selector: string): string[] {
  return [...evidence.document.querySelectorAll(selector)]
    .slice(0, MOST_HEADINGS)
    .filter((heading) => !isNameOfSite(heading, evidence))
    .map((heading) => textOfHeading(heading, evidence))
    .filter((text) => text !== undefined);
}

/** Kickers that stand within a heading: no part of the headline, unless a title has them too. */
const KICKER =
  '[class*="kicker" i], [class*="overline" i], [class*="topline" i], [class*="eyebrow" i], [class*="roofline" i], [class*="spitzmarke" i], [class*="dachzeile" i]';

function textOfHeading(heading: Element, evidence: Evidence): string | undefined {
  const whole = textOf(heading);
  const kicker = heading.querySelector(KICKER);
  const start = kicker === null ? undefined : textOf(kicker);
  if (whole === undefined || start === undefined || !whole.startsWith(start)) return whole;
  const rest = whole.slice(start.length).trim();
  return rest === '' || titlesOf(evidence).some((title) => startsWithText(title, whole)) ? whole : rest;
}

/** A heading that leads to the front page, or is what the site calls itself. */
function isNameOfSite(heading: Element, evidence: Evidence): boolean {
  const link = heading.closest('a[href]') ?? heading.querySelector('a[href]');
  const text = textOf(heading) ?? '';
  return (
    (link !== null &&
      evidence.address !== undefined &&
      leadsHome(link.getAttribute('href') ?? '', evidence.address)) ||
    metaContents(evidence.metaTags, 'og:site_name', 'application-name').some((name) => isSameText(name, text))
  );
}

/** The lines of the page that a title begins or ends with: what is left of it are the names of section and outlet. */
function linesOfTitle(evidence: Evidence): string[] {
  const titles = [...metaContents(evidence.metaTags, 'og:title'), ...documentTitles(evidence)];
  return evidence.lines
    .filter(
      ({ text, element }) =>
        text.length >= SHORTEST_LINE && text.length <= LONGEST_LINE && !isBesideArticle(element),
    )
    .map(({ text }) => text)
    .filter((text) => titles.some((title) => isMostOf(text, title)));
}

const SHORTEST_LINE = 8;

function isMostOf(text: string, title: string): boolean {
  const isLong = wordKey(text).length > wordKey(title).length / 2;
  return isLong && (startsWithText(title, text) || endsWithText(title, text));
}

/** The heading of a page that has but one. */
function onlyHeading(evidence: Evidence): string[] {
  return evidence.document.querySelectorAll('h1').length === 1 ? headings(evidence, 'h1') : [];
}

function documentTitles({ document }: Evidence): string[] {
  return document.title === '' ? [] : [document.title];
}

function microdataHeadlines({ microdata }: Evidence): string[] {
  return microdata.filter(({ name }) => name === 'headline').map(({ value }) => value);
}

function trimmed(evidence: Evidence, titles: string[]): string[] {
  return titles.map((title) => trimHeadline(tidyText(title) ?? '', evidence));
}

/** The texts with which a title begins, or which are one. */
function confirmed(evidence: Evidence, texts: string[]): string[] {
  const titles = titlesOf(evidence);
  return texts.filter((text) =>
    titles.some((title) => isSameText(title, text) || (text.length > 12 && startsWithText(title, text))),
  );
}

function titlesOf(evidence: Evidence): string[] {
  return [
    ...metaContents(evidence.metaTags, 'og:title', 'twitter:title'),
    ...textsAt(evidence.jsonLd, evidence.article, 'headline'),
    ...documentTitles(evidence),
  ].map((title) => tidyText(title) ?? '');
}
