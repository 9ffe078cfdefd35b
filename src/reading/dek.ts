import type { Candidate } from '../news/candidate';
import type { ArticleEvidence } from './evidence';
import { isTitle, startsWithText, worded } from './headline-comparison';
import { textsAt } from './json-ld';
import { LETTER } from './letter';
import { metaContents } from './meta-tags';
import { gatherCandidates, tidyText, type Source } from './source';
import { visibleDeks } from './visible-dek';

/**
 * Where the dek stands, the sentence or two under a headline: as the page shows it, else as it is written for those who
 * link to the page.
 */
const SOURCES: readonly Source<ArticleEvidence>[] = [
  { name: 'under the headline', read: visibleDeks },
  { name: 'og:description', read: ({ metaTags }) => metaContents(metaTags, 'og:description') },
  {
    name: 'description',
    read: ({ metaTags }) => metaContents(metaTags, 'description', 'dc.description', 'dcterms.description'),
  },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'description') },
  { name: 'twitter:description', read: ({ metaTags }) => metaContents(metaTags, 'twitter:description') },
];

/** The candidates for the dek; those that were cut off come after those that go on. */
export function readDek(evidence: ArticleEvidence): Candidate[] {
  const found = gatherCandidates(SOURCES, evidence, (text) => tidyText(text)?.replace(/\s*\|$/u, '')).filter(
    ({ value }) => !isKeywords(value) && !isTitle(worded(value), evidence.titles),
  );
  const isCut = ({ value }: Candidate) => found.some((other) => goesOn(other.value, value));
  return [...found.filter((one) => !isCut(one)), ...found.filter(isCut)];
}

const CUT = /\s*(?:\.{3}|…|\[…\])$/u;

const ENDED = /[.!?。！？…]$/u;
const GOING_ON = new RegExp(`^ ?${LETTER}`, 'u');

/** Whether a text goes on where another was cut, with dots or without. */
function goesOn(whole: string, cut: string): boolean {
  if (CUT.test(cut)) return whole !== cut && startsWithText(whole, cut.replace(CUT, ''));
  return !ENDED.test(cut) && whole.startsWith(cut) && GOING_ON.test(whole.slice(cut.length));
}

/** A list of keywords: many commas, and no word between two of them goes on to a sentence. */
function isKeywords(text: string): boolean {
  const parts = text.split(/\s*[,，、;；]\s*/u);
  return (
    parts.length > 4 &&
    parts.every((part) => part.split(/\s+/u).length <= 3 && part.length <= 30) &&
    !/[.!?。！？]$/u.test(text)
  );
}
