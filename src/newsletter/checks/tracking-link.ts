import { articleAddress, parseWebAddress } from '../../news/address';

/** Services that lead on from an address of their own, and know who follows it, by host and path. */
const REDIRECTS = [
  /^(?:t\.co|bit\.ly|buff\.ly|ow\.ly|lnkd\.in|tinyurl\.com|goo\.gl|is\.gd|dlvr\.it|trib\.al|ift\.tt)\//u,
  /^(?:reut\.rs|nyti\.ms|wapo\.st|bloom\.bg|econ\.st|on\.(?:ft|wsj)\.com)\//u,
  /^(?:www\.)?google\.[a-z.]+\/url$/u,
  /^news\.google\.com\/(?:rss\/)?(?:articles|read)\//u,
  /^(?:lm?\.(?:facebook|instagram)|out\.reddit)\.com\//u,
  /^(?:substack\.com\/redirect|email\.mg[^/]*\.substack\.com)\//u,
  /^(?:urldefense\.(?:com|proofpoint\.com)|[^/]+\.safelinks\.protection\.outlook\.com)\//u,
  // What programs that send newsletters make of each link.
  /^clicks?\./u,
  /\/(?:track|ls)\/click(?:\/|$)|\/ss\/c\//u,
];

/** Where such an address says where it leads. */
const TARGET_PARAMETERS = ['url', 'u', 'q'];

/** Whether an address says how the analyst came to it, or is that of a service that counts who follows it. */
export function isTrackingLink(address: string): boolean {
  const url = parseWebAddress(address);
  return url !== undefined && (isRedirect(url) || trackingNames(url).length > 0);
}

/** The address of the article itself, all else of it as it was; `undefined` where it cannot be told from this one. */
export function withoutTracking(address: string): string | undefined {
  const url = parseWebAddress(address);
  if (url === undefined) return undefined;
  if (isRedirect(url)) {
    const given = TARGET_PARAMETERS.map((name) => url.searchParams.get(name) ?? undefined);
    const target = given.find((text) => parseWebAddress(text) !== undefined);
    return target === undefined ? undefined : withoutTracking(target);
  }
  for (const name of trackingNames(url)) url.searchParams.delete(name);
  return url.href;
}

function isRedirect({ hostname, pathname }: URL): boolean {
  return REDIRECTS.some((service) => service.test(hostname + pathname));
}

/** An archive keeps a page under the very address that it was fetched from. */
function trackingNames(url: URL): string[] {
  if (url.hostname === 'web.archive.org') return [];
  return [...new Set(url.searchParams.keys())].filter((name) => {
    const alone = new URL(url);
    alone.search = new URLSearchParams([[name, '1']]).toString();
    return parseWebAddress(articleAddress(alone.href))?.search === '';
  });
}
