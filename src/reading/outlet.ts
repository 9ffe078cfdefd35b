import type { Candidate } from '../news/candidate';
import { siteOf } from '../news/address';
import type { Evidence } from './evidence';
import { textsAt } from './json-ld';
import { nodesOfType } from './json-ld-article';
import { metaContents } from './meta-tags';
import { namesOfHome } from './home-link';
import { isSameText, wordKey } from './headline-comparison';
import { isHostName, isLegalName, tidyOutletName } from './outlet-name';
import { gatherCandidates, type Source } from './source';
import { additionsToTitle } from './title-additions';

/**
 * Where the name of the outlet stands, most trustworthy first. What a site calls itself comes before what it says of one
 * page; what is only called so in a link or a title needs a second witness to come early.
 */
export const OUTLET_SOURCES: readonly Source[] = [
  { name: 'og:site_name', read: ({ metaTags }) => metaContents(metaTags, 'og:site_name') },
  {
    name: 'title as the address',
    read: (evidence) => namesInTitle(evidence).filter((name) => isOfHost(name, evidence)),
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
    read: (evidence) => namesOfHome(evidence).filter((name) => isConfirmed(name, evidence)),
  },
  { name: 'title around the headline', read: (evidence) => namesInTitle(evidence) },
  { name: 'home link', read: namesOfHome },
  { name: 'publisher as a company', read: publishers },
  { name: 'address', read: ({ address }) => [siteOf(address?.href)] },
];

/** The sources in which a name that looks like a host is one that the outlet gives itself: `ORF.at`. */
const DECLARED = ['og:site_name', 'title as the address', 'json-ld WebSite', 'publisher', 'application-name'];

/** The candidates for the publication's name; the bare host comes last, unless the outlet calls itself so. */
export function readOutlet(evidence: Evidence): Candidate[] {
  const found = gatherCandidates(OUTLET_SOURCES, evidence, tidyOutletName);
  const declared = found.filter(({ source }) => DECLARED.includes(source));
  const others = found.filter(({ source }) => !DECLARED.includes(source));
  return [...namesFirst(declared), ...namesFirst(others)];
}

function namesFirst(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => Number(isHostName(a.value)) - Number(isHostName(b.value)));
}

function publishers({ jsonLd, article, microdata }: Evidence): string[] {
  const items = microdata.filter(({ name }) => name === 'publisher').map(({ value }) => value);
  return [...textsAt(jsonLd, article, 'publisher'), ...items];
}

function namesInTitle({ document, headline }: Evidence): string[] {
  return headline === undefined
    ? []
    : additionsToTitle(document.title, headline).filter((name) => !isHostName(name));
}

/** A name that the title ends or begins with as well, or that the address is made of. */
function isConfirmed(name: string, evidence: Evidence): boolean {
  const [outermost] = namesInTitle(evidence);
  return (outermost !== undefined && isSameText(outermost, name)) || isOfHost(name, evidence);
}

function isOfHost(name: string, { address }: Evidence): boolean {
  const host = wordKey(siteOf(address?.href)?.split('.').at(-2) ?? '');
  return (
    host.length > 1 &&
    (host === wordKey(name) || host === wordKey(name.normalize('NFD').replace(/\p{M}/gu, '')))
  );
}
