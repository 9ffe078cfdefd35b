import type { Candidate } from '../news/candidate';
import type { Evidence } from './evidence';
import { isSameText, startsWithText } from './headline-comparison';
import { trimHeadline } from './headline-trim';
import { textsAt } from './json-ld';
import { metaContents } from './meta-tags';
import { gatherCandidates, tidyText, type Source } from './source';
import { textOf } from './visible-text';

/**
 * Where a headline stands, most trustworthy first. What the reader sees comes before what is written for search engines
 * and networks; a title is where it is confirmed by.
 */
const SOURCES: readonly Source[] = [
  { name: 'h1 as in titles', read: (evidence) => confirmed(evidence, headings(evidence, 'h1')) },
  { name: 'only h1', read: (evidence) => only(headings(evidence, 'h1')) },
  { name: 'heading as in titles', read: (evidence) => confirmed(evidence, headings(evidence, 'h2, h3')) },
  { name: 'microdata', read: (evidence) => microdataHeadlines(evidence) },
  { name: 'json-ld', read: (evidence) => textsAt(evidence.jsonLd, evidence.article, 'headline') },
  { name: 'first h1', read: (evidence) => headings(evidence, 'h1') },
  { name: 'og:title', read: (evidence) => trimmed(evidence, metaContents(evidence.metaTags, 'og:title')) },
  {
    name: 'twitter:title',
    read: (evidence) => trimmed(evidence, metaContents(evidence.metaTags, 'twitter:title')),
  },
  { name: 'title', read: (evidence) => trimmed(evidence, documentTitles(evidence)) },
];

const MOST_HEADINGS = 40;
const LONGEST_HEADLINE = 500;

/** The candidates for the headline as a reader sees it. */
export function readHeadline(evidence: Evidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence, (value) => tidyText(value.slice(0, LONGEST_HEADLINE * 2)));
}

function headings({ document }: Evidence, selector: string): string[] {
  return [...document.querySelectorAll(selector)]
    .slice(0, MOST_HEADINGS)
    .map((heading) => textOf(heading, LONGEST_HEADLINE))
    .filter((text) => text !== undefined);
}

function only(texts: string[]): string[] {
  return texts.length === 1 ? texts : [];
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
  const titles = [
    ...metaContents(evidence.metaTags, 'og:title', 'twitter:title'),
    ...textsAt(evidence.jsonLd, evidence.article, 'headline'),
    ...documentTitles(evidence),
  ].map((title) => tidyText(title) ?? '');
  return texts.filter((text) =>
    titles.some((title) => isSameText(title, text) || (text.length > 12 && startsWithText(title, text))),
  );
}
