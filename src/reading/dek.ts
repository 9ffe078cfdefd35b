import type { Candidate } from '../news/candidate';
import type { Evidence } from './evidence';
import { textsAt } from './json-ld';
import { metaContents } from './meta-tags';
import { gatherCandidates, type Source } from './source';

/** Where the dek stands, the sentence or two under a headline. */
const SOURCES: readonly Source[] = [
  { name: 'og:description', read: ({ metaTags }) => metaContents(metaTags, 'og:description') },
  {
    name: 'description',
    read: ({ metaTags }) => metaContents(metaTags, 'description', 'dc.description', 'dcterms.description'),
  },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'description') },
  { name: 'twitter:description', read: ({ metaTags }) => metaContents(metaTags, 'twitter:description') },
];

/** The candidates for the dek. */
export function readDek(evidence: Evidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence);
}
