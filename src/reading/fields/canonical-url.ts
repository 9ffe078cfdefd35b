import { parseWebAddress } from '../../news/address';
import type { Candidate } from '../../news/candidate';
import type { Evidence } from '../evidence/evidence';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { gatherCandidates, type Source } from './source';
import { call } from '../dom/node-property';

/**
 * Where a page declares its address, the most trustworthy first. The page's own address is the fallback for an implausible one.
 */
const SOURCES: readonly Source<Evidence>[] = [
  {
    name: 'link canonical',
    read: ({ elements }) =>
      elements.canonicalLinks.map((link) => call(link, 'getAttribute', 'href') ?? undefined),
  },
  { name: 'og:url', read: ({ metaTags }) => metaContents(metaTags, 'og:url') },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'url') },
  { name: 'address', read: ({ address }) => [address?.href] },
];

/** The http and https addresses that a page declares, and its own. `news/captured-page.ts` chooses a plausible one. */
export function readCanonicalUrl(evidence: Evidence): Candidate[] {
  const base = evidence.address?.href;
  return gatherCandidates(SOURCES, evidence, (text) =>
    URL.canParse(text, base) ? parseWebAddress(new URL(text, base).href)?.href : undefined,
  );
}
