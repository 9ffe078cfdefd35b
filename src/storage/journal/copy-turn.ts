/**
 * After one place was written, the other one is not written for this many milliseconds, because a power failure damages files
 * of the last 5 s.
 */
export const QUIET = 7_000;
/**
 * The time since the last write to the cache during which Chromium writes the list of caches, or has just written it: 20 s
 * after the last write. Copying everything takes some seconds, which `from` allows for.
 */
const LISTING = { from: 11_000, until: 27_000 };

/**
 * How many milliseconds upkeep must wait before it may write files, `sinceCache` milliseconds after the last write to the
 * cache. A power failure then never damages both lists of names.
 */
export function waitForFiles(sinceCache: number): number {
  if (sinceCache < QUIET) return QUIET - sinceCache;
  return sinceCache > LISTING.from && sinceCache < LISTING.until ? LISTING.until - sinceCache : 0;
}

/** The same for the cache, `sinceFiles` milliseconds after the last write of a file. */
export function waitForCache(sinceFiles: number): number {
  return Math.max(0, QUIET - sinceFiles);
}
