import { parseWebAddress } from '../../news/address';
import type { Candidate } from '../../news/candidate';
import type { Evidence } from '../evidence/evidence';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { gatherCandidates, type Source } from './source';
import { call } from '../dom/node-property';

/** Where a page declares its address, most trustworthy first. A declaration that is not sane falls back on the page's own. */
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

/** The addresses of the web that a page declares, and its own; our side chooses the sane one (`news/captured-page.ts`). */
export function readCanonicalUrl(evidence: Evidence): Candidate[] {
  const base = evidence.address?.href;
  return gatherCandidates(SOURCES, evidence, (text) =>
    URL.canParse(text, base) ? parseWebAddress(new URL(text, base).href)?.href : undefined,
  );
}
