import type { Candidate } from '../../news/candidate';
import { siteOf } from '../../news/address';
import type { ArticleEvidence } from '../evidence/evidence';
import { isTitle, startsWithText, wordKey, worded } from '../evidence/headline-comparison';
import { trimHeadline } from './headline-trim';
import { textsAt } from '../evidence/json-ld';
import { LETTER } from '../text/unicode-letters';
import { metaContents } from '../evidence/meta-tags';
import { namesOfPeople } from './person-names';
import { gatherCandidates, tidyText, type Source } from './source';
import { sharesNoWord } from '../text/shared-words';
import { visibleDeks } from './visible-dek';

const SHOWN = 'under the headline';

/**
 * Where the dek, the sentence or two below a headline, is found: as the page shows it, otherwise as the metadata give it for
 * links to the page.
 */
const SOURCES: readonly Source<ArticleEvidence>[] = [
  { name: SHOWN, read: visibleDeks },
  { name: 'og:description', read: ({ metaTags }) => metaContents(metaTags, 'og:description') },
  {
    name: 'description',
    read: ({ metaTags }) => metaContents(metaTags, 'description', 'dc.description', 'dcterms.description'),
  },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'description') },
  { name: 'twitter:description', read: ({ metaTags }) => metaContents(metaTags, 'twitter:description') },
];

/**
 * The candidates for the dek. Those that are cut off come after complete ones.
 * @param authors the names in the byline, which the dek must not repeat
 */
export function readDek(evidence: ArticleEvidence, authors: readonly string[]): Candidate[] {
  const found = gatherCandidates(SOURCES, evidence, (text) =>
    tidyText(text.replace(MARKUP, ' '))?.replace(/ ?\|$/u, ''),
  ).filter(
    ({ value, source }) =>
      value.length >= SHORTEST_DEK &&
      !isKeywords(value) &&
      !isTitle(worded(trimHeadline(value, evidence.outletKeys)), evidence.titles) &&
      !isAboutAuthors(value, authors) &&
      (source === SHOWN || !isAboutSite(value, evidence)),
  );
  const isCut = ({ value }: Candidate) => found.some((other) => continuesAt(other.value, value));
  return [...found.filter((one) => !isCut(one)), ...found.filter(isCut)];
}

const SHORTEST_DEK = 10;
/** In characters: a shorter beginning of a longer text says too little. */
const SHORTEST_SENTENCE = 50;
/** Letters: a shorter name begins other words. */
const SHORTEST_NAME = 6;
/** Tags that some sites leave in their descriptions. */
const MARKUP = /<\/?[a-z][^>]*>?/giu;
const CUT = / ?(?:\.{3}|…|\[…\])$/u;

const ENDED = /[.!?。！？…]$/u;
const CONTINUATION = new RegExp(`^ ?${LETTER}`, 'u');

/**
 * Whether a text continues after the point where another one is cut off, with or without dots, or is whole sentences with which
 * one that is cut off begins.
 */
function continuesAt(whole: string, cut: string): boolean {
  if (CUT.test(cut))
    return (
      whole !== cut &&
      (startsWithText(whole, cut.replace(CUT, '')) ||
        (whole.length >= SHORTEST_SENTENCE &&
          !CUT.test(whole) &&
          ENDED.test(whole) &&
          startsWithText(cut, whole)))
    );
  return !ENDED.test(cut) && whole.startsWith(cut) && CONTINUATION.test(whole.slice(cut.length));
}

/** Whether a text is a list of keywords: many commas, and no sentence between them. */
function isKeywords(text: string): boolean {
  const parts = text.split(/ ?[,，、;；] ?/u);
  const isNames = text.split(/[\s,]+/u).every((word) => /^[A-ZÀ-Þ]/u.test(word)) && !ENDED.test(text);
  if (parts.length > 2 && isNames) return true; // Harbour News, Port Jobs, Ship Deals
  return (
    parts.length > 4 &&
    parts.every((part) => part.split(/\s+/u).length <= 3 && part.length <= 30) &&
    !/[.!?。！？]$/u.test(text)
  );
}

/** Whether a text is only the authors' names or somebody's biography: `Ada is a writer from Mervia.` */
function isAboutAuthors(text: string, authors: readonly string[]): boolean {
  if (namesOfPeople(text).join(', ') === text) return true;
  const subject = BIOGRAPHY.exec(text)?.[1];
  return subject !== undefined && authors.some((name) => name.startsWith(subject));
}

const BIOGRAPHY = /^(\S+(?: \S+){0,3}?) (?:is|was|has|writes|ist|est|es) /u;

/**
 * Whether a text describes the site instead of the article: its name, its address, the headline with its
 * name, or words that the article does not contain.
 */
function isAboutSite(text: string, { address, outletKeys, headline = '', header }: ArticleEvidence): boolean {
  const site = siteOf(address?.href);
  const key = wordKey(text);
  if (
    wordKey(headline).startsWith(key) ||
    (key.startsWith(wordKey(headline)) &&
      [...outletKeys].some((name) => name.length >= SHORTEST_NAME && key.includes(name))) ||
    (text.length <= LONGEST_SLOGAN && [...outletKeys].some((name) => name !== '' && key.startsWith(name))) ||
    (site !== undefined && text.length <= LONGEST_PRAISE && text.toLowerCase().includes(site))
  )
    return true;
  const lines = header?.below.map((line) => line.text).filter((line) => line !== text) ?? [];
  return (
    lines.some(({ length }) => length >= PARAGRAPH) && sharesNoWord(text, [headline, ...lines].join(' '))
  );
}

/** In characters: a longer text is more than the site's name and a slogan. */
const LONGEST_SLOGAN = 40;
/** In characters. A longer text with the site's address is a summary that names an address for contact. */
const LONGEST_PRAISE = 250;
/** In characters. If no paragraph below the headline is this long, there is no text to compare with. */
const PARAGRAPH = 100;
