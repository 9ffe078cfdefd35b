import type { Candidate } from '../../news/candidate';
import { siteOf } from '../../news/address';
import type { ArticleEvidence } from '../evidence/evidence';
import { textsAt } from '../evidence/json-ld';
import { nodesOfType } from '../evidence/json-ld-article';
import { metaContents } from '../evidence/meta-tags';
import { namesOfHome } from '../evidence/home-link';
import { isSameWording, wordKey } from '../evidence/headline-comparison';
import { isHostName, isLegalName, tidyOutletName } from './outlet-name';
import { gatherCandidates, type Source } from './source';
import { ofKind } from './page-kinds';
import { additionsToTitle } from './title-additions';
import { get } from '../dom/node-property';

/** What the sources of the outlet share, read once. */
interface OutletEvidence extends ArticleEvidence {
  /** The parts of the title other than the headline, the outermost first. */
  inTitle: readonly string[];
  /** The texts of links to the front page. */
  ofHome: readonly string[];
  /** The name in the address, such as `courier` in `www.courier.example`, in the form of `wordKey`. */
  hostKey: string;
}

/**
 * Where the name of the outlet is found, the most trustworthy first. What a site says about itself comes before what it says
 * about one page. A name that is only in a link or a title comes early only if a second source confirms it.
 */
const SOURCES: readonly Source<OutletEvidence>[] = [
  { name: 'kind of page', read: ofKind('outlet') },
  { name: 'og:site_name', read: ({ metaTags }) => metaContents(metaTags, 'og:site_name') },
  {
    name: 'title as the address',
    read: ({ inTitle, hostKey }) => inTitle.filter((name) => isOfHost(name, hostKey)),
  },
  {
    name: 'json-ld WebSite',
    read: ({ jsonLd }) =>
      nodesOfType(jsonLd, /^WebSite$/u).flatMap((node) => textsAt(jsonLd, { node }, 'node')),
  },
  { name: 'publisher', read: (evidence) => publishers(evidence).filter((name) => !isLegalName(name)) },
  {
    name: 'application-name',
    read: ({ metaTags }) => metaContents(metaTags, 'application-name', 'apple-mobile-web-app-title'),
  },
  {
    name: 'home link as elsewhere',
    read: (evidence) => evidence.ofHome.filter((name) => isConfirmed(name, evidence)),
  },
  { name: 'title around the headline', read: ({ inTitle }) => inTitle },
  { name: 'home link', read: ({ ofHome }) => ofHome },
  { name: 'publisher as a company', read: publishers },
  { name: 'address', read: ({ address }) => [siteOf(address?.href)] },
];

/** The sources in which a name like a host name is the outlet's own name: `ORF.at`. */
const DECLARED = [
  'kind of page',
  'og:site_name',
  'title as the address',
  'json-ld WebSite',
  'publisher',
  'application-name',
];

/** The candidates for the publication's name. The host comes last, unless it is the outlet's own name. */
export function readOutlet(evidence: ArticleEvidence): Candidate[] {
  const shared = {
    inTitle: namesInTitle(evidence),
    ofHome: namesOfHome(evidence),
    hostKey: wordKey(siteOf(evidence.address?.href)?.split('.').at(-2) ?? ''),
  };
  const found = gatherCandidates(SOURCES, { ...evidence, ...shared }, (text) =>
    withoutTagline(tidyOutletName(text), shared.hostKey),
  );
  const declared = found.filter(({ source }) => DECLARED.includes(source));
  const others = found.filter(({ source }) => !DECLARED.includes(source));
  return [...namesFirst(declared), ...namesFirst(others)];
}

/** Of a name with additions, such as `Courier | News of the harbour`, the part that the host name is made from. */
function withoutTagline(name: string | undefined, hostKey: string): string | undefined {
  const parts = name?.split(/\s[|–-]\s/u) ?? [];
  return parts.find((part) => isOfHost(part, hostKey)) ?? name;
}

function namesFirst(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => Number(isHostName(a.value)) - Number(isHostName(b.value)));
}

function publishers({ jsonLd, article, microdata }: ArticleEvidence): string[] {
  const items = microdata.filter(({ name }) => name === 'publisher').map(({ value }) => value);
  return [...textsAt(jsonLd, article, 'publisher'), ...items];
}

function namesInTitle({ document, headline }: ArticleEvidence): string[] {
  return headline === undefined
    ? []
    : additionsToTitle(get(document, 'title'), headline).filter((name) => !isHostName(name));
}

/** Whether the title also begins or ends with this name, or the host name is made from it. */
function isConfirmed(name: string, { inTitle: [outermost], hostKey }: OutletEvidence): boolean {
  return (outermost !== undefined && isSameWording(outermost, name)) || isOfHost(name, hostKey);
}

function isOfHost(name: string, hostKey: string): boolean {
  return (
    hostKey.length > 1 &&
    (hostKey === wordKey(name) || hostKey === wordKey(name.normalize('NFD').replace(/[\u0300-\u036F]/gu, '')))
  );
}
