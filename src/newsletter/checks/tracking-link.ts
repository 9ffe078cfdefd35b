import { articleAddress, parseWebAddress } from '../../news/address';

/** Services that redirect from addresses of their own and record who follows them, by host and path. */
const REDIRECTS = [
  /^(?:t\.co|bit\.ly|buff\.ly|ow\.ly|lnkd\.in|tinyurl\.com|goo\.gl|is\.gd|dlvr\.it|trib\.al|ift\.tt)\//u,
  /^(?:reut\.rs|nyti\.ms|wapo\.st|bloom\.bg|econ\.st|on\.(?:ft|wsj)\.com)\//u,
  /^(?:www\.)?google\.[a-z.]+\/url$/u,
  /^news\.google\.com\/(?:rss\/)?(?:articles|read)\//u,
  /^(?:lm?\.(?:facebook|instagram)|out\.reddit)\.com\//u,
  /^(?:substack\.com\/redirect|email\.mg[^/]*\.substack\.com)\//u,
  /^(?:urldefense\.(?:com|proofpoint\.com)|[^/]+\.safelinks\.protection\.outlook\.com)\//u,
  // Programs that send newsletters replace each link by an address like this.
  /^clicks?\./u,
  /\/(?:track|ls)\/click(?:\/|$)|\/ss\/c\//u,
];

/** The parameters in which such an address contains its destination. */
const TARGET_PARAMETERS = ['url', 'u', 'q'];

/** Whether an address records how the analyst reached it, or belongs to a service that counts clicks. */
export function isTrackingLink(address: string): boolean {
  const url = parseWebAddress(address);
  return url !== undefined && (isRedirect(url) || trackingNames(url).length > 0);
}

/** The address of the article itself, otherwise unchanged; `undefined` if it cannot be found in this address. */
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

/** Ignores addresses in an archive, which contain the address of the original with its parameters. */
function trackingNames(url: URL): string[] {
  if (url.hostname === 'web.archive.org') return [];
  return [...new Set(url.searchParams.keys())].filter((name) => {
    const alone = new URL(url);
    alone.search = new URLSearchParams([[name, '1']]).toString();
    return parseWebAddress(articleAddress(alone.href))?.search === '';
  });
}
