/** After a place was written the other one is left alone for so long, in milliseconds: files of the last 5 s are those that are torn. */
export const QUIET = 7_000;
/**
 * The cache was written so long ago that Chromium writes the list of caches soon, or has written it just now: it does so 20 s after the
 * last write. Writing everything anew takes some seconds, which the beginning allows for.
 */
const LISTING = { from: 11_000, until: 27_000 };

/**
 * How long upkeep must wait until it may write files, in milliseconds, `sinceCache` after the last write to the cache. Whatever is torn
 * together is then never both lists of names.
 */
export function waitForFiles(sinceCache: number): number {
  if (sinceCache < QUIET) return QUIET - sinceCache;
  return sinceCache > LISTING.from && sinceCache < LISTING.until ? LISTING.until - sinceCache : 0;
}

/** Likewise for the cache, `sinceFiles` after the last write of a file. */
export function waitForCache(sinceFiles: number): number {
  return Math.max(0, QUIET - sinceFiles);
}
