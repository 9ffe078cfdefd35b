import type { Candidate } from '../news/candidate';
import { siteOf } from '../news/address';
import type { Evidence } from './evidence';
import { textsAt } from './json-ld';
import { nodesOfType } from './json-ld-article';
import { metaContents } from './meta-tags';
import { isHostName, tidyOutletName } from './outlet-name';
import { gatherCandidates, type Source } from './source';

/** Where the name of the outlet stands, most trustworthy first. */
const SOURCES: readonly Source[] = [
  { name: 'og:site_name', read: ({ metaTags }) => metaContents(metaTags, 'og:site_name') },
  {
    name: 'json-ld WebSite',
    read: ({ jsonLd }) =>
      nodesOfType(jsonLd, /^WebSite$/u).flatMap((node) => textsAt(jsonLd, { node }, 'node')),
  },
  { name: 'json-ld publisher', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'publisher') },
  {
    name: 'microdata publisher',
    read: ({ microdata }) => microdata.filter(({ name }) => name === 'publisher').map(({ value }) => value),
  },
  {
    name: 'application-name',
    read: ({ metaTags }) => metaContents(metaTags, 'application-name', 'apple-mobile-web-app-title'),
  },
  { name: 'title', read: ({ document }) => [lastPart(document.title)] },
  { name: 'address', read: ({ address }) => [siteOf(address?.href)] },
];

/** The candidates for the publication's name; the bare host comes last. */
export function readOutlet(evidence: Evidence): Candidate[] {
  const found = gatherCandidates(SOURCES, evidence, tidyOutletName);
  return [
    ...found.filter(({ value }) => !isHostName(value)),
    ...found.filter(({ value }) => isHostName(value)),
  ];
}

/** What follows the last separator of a title. */
function lastPart(title: string): string | undefined {
  const parts = title.split(/\s+[|\-–—·•»]\s+|\s*[|｜_丨]\s*/u);
  return parts.length > 1 ? parts.at(-1) : undefined;
}
