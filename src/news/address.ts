/** Addresses of articles: which one to link to, and which two are the same article. */

/**
 * Parameters that record how a reader reached the page. Taken from the lists that browsers and filter lists share; `at_` belongs
 * to Piano, `ns_` to comScore.
 */
const TRACKING =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|ysclid|igsh(id)?|mc_[ce]id|_g[al]|_hsenc|_hsmi|mkt_tok|ref(_src|_url)?|cmp(id)?|ocid|ns_.*|xtor|at_.*|smid|smtyp|s_cid|sr_share|ito|ftag|spm|from_source|share_from|share_token|wt[_.]mc(_id)?|taid|tpcc|guccounter|guce_referrer.*|__twitter_impression|isapp|triedredirect|isfreemail|amp|outputtype)$/iu;
const DOW_JONES = /\b(wsj|barrons|marketwatch)\.com$/u;

/** In characters. A longer address is not linked: most servers refuse it, and a page could put megabytes into every record. */
export const LONGEST_ADDRESS = 8_192;

/** Returns `undefined` unless the text is an absolute http or https address. */
export function parseWebAddress(text: string | undefined): URL | undefined {
  if (text === undefined || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** The host without `www.`, which is the key for outlet names. */
export function siteOf(address: string | undefined): string | undefined {
  return parseWebAddress(address)?.hostname.replace(/^www\d?\./u, '');
}

/** Treats `m.site`, `mobile.site`, `amp.site` and `www.site` as one site. */
function plainHost(host: string): string {
  const plain = host.replace(/^(?:www\d?|m|mobile|amp)\./u, '');
  return plain.includes('.') ? plain : host;
}

function withoutTracking(url: URL): URL {
  const clean = new URL(url);
  clean.hash = '';
  clean.username = '';
  clean.password = '';
  const parameters = new URLSearchParams();
  let left = 0;
  // Uses `forEach` because the iterators of URLSearchParams do not work in content scripts in Firefox.
  url.searchParams.forEach((value, name) => {
    if (isTracking(name, url)) left += 1;
    else parameters.append(name, value);
  });
  if (left > 0) clean.search = parameters.toString();
  return clean;
}

/**
 * Whether a parameter is for tracking. `mod` is one only on sites of Dow Jones and `post_id` only on Substack: on a forum, `mod`
 * selects the page.
 */
function isTracking(name: string, { hostname, pathname }: URL): boolean {
  return (
    TRACKING.test(name) ||
    (/^mod$/iu.test(name) && DOW_JONES.test(hostname)) ||
    (/^(post|publication)_id$/iu.test(name) && pathname.toLowerCase().includes('/p/'))
  );
}

/** Removes the AMP and mobile parts that can be recognized in the address itself. */
function withoutAmp(url: URL): URL {
  const cached = /^\/(?:[cv]\/)?(?:s\/)?([^/.]+\.[^/]+\/.*)$/u.exec(url.pathname)?.[1];
  const clean =
    url.hostname.endsWith('.cdn.ampproject.org') && cached !== undefined
      ? new URL(`https://${cached}${url.search}`)
      : new URL(url);
  clean.pathname = clean.pathname
    .replace(/\/amp\/?$|(?<=\.)amp(?=\.html?$)|^\/amp(?=\/)/iu, '')
    .replace(/\.\.(?=html?$)/u, '.');
  return clean;
}

/** Returns the original address of a page in the Wayback Machine: `web.archive.org/web/20230220101500/https://site/story`. */
function withoutArchive(url: URL): URL {
  if (url.hostname !== 'web.archive.org') return url;
  const original = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/iu.exec(url.pathname)?.[1];
  return parseWebAddress(original?.replace(/^(https?:)\/+/iu, '$1//').concat(url.search)) ?? url;
}

/**
 * Whether a canonical address can be trusted: it is on the same site as the page, and it is not the front page unless the page
 * is. Many sites declare their front page, or `localhost`, on every article. A host may give its subdomains to anybody, so neither they nor it are
 * the same site.
 */
function isTrustedCanonical(canonical: URL, page: URL): boolean {
  const isSameSite = plainHost(withoutAmp(page).hostname) === plainHost(canonical.hostname);
  return isSameSite && (canonical.pathname !== '/' || canonical.search !== '' || page.pathname === '/');
}

/**
 * The address to link to: the canonical one if the page declares a trustworthy one; otherwise the page's own address without
 * tracking parameters, fragment, AMP and mobile path. `undefined` if the page's address is not http or https.
 */
export function articleAddress(page: string, canonical?: string): string | undefined {
  const shown = parseWebAddress(page);
  if (shown === undefined) return undefined;
  const own = withoutArchive(shown);
  const given = parseWebAddress(canonical);
  const declared = given && withoutArchive(given);
  const chosen = declared !== undefined && isTrustedCanonical(declared, own) ? declared : own;
  return withoutTracking(withoutAmp(chosen)).href;
}

/**
 * The key by which two addresses are the same article: the host without `www`, `m` and `amp`, the path without a trailing slash,
 * and the remaining parameters, sorted. The key is not an address that can be opened.
 */
export function articleKey(page: string, canonical?: string): string | undefined {
  const address = parseWebAddress(articleAddress(page, canonical));
  if (address === undefined) return undefined;
  address.searchParams.sort();
  const port = address.port === '' ? '' : `:${address.port}`;
  return plainHost(address.hostname) + port + address.pathname.replace(/(?<!\/)\/+$/u, '') + address.search;
}
