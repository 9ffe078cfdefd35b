import { unlessRefused, type CopyPlace } from './copy-place';

/** No request is ever made to this address. The names of files are stored as addresses. */
const ROOT = 'https://journal.invalid/';

/**
 * A place in CacheStorage, with the name of its cache. Chromium stores each file with its name and a checksum, and finds the files again if its list of
 * them is torn. It writes the list of caches (`index.txt`) when a cache is created and 20 seconds after the last write. If that
 * list is torn, all caches are lost.
 */
export function cachePlace(name: string): CopyPlace {
  let opened: Promise<Cache> | undefined;
  const open = () => (opened ??= caches.open(name));
  const addressOf = (file: string) => ROOT + encodeURIComponent(file);
  return {
    prepare: open,
    names: async () =>
      (await (await open()).keys()).map(({ url }) => decodeURIComponent(url.slice(ROOT.length))),
    write: async (file, content) => {
      const headers = { 'last-modified': new Date().toUTCString() };
      await (await open()).put(addressOf(file), new Response(content, { headers }));
    },
    read: (file) =>
      unlessRefused(async () => {
        const response = await (await open()).match(addressOf(file));
        if (response === undefined) return undefined;
        return { content: await response.blob(), writtenAt: writtenAt(response) };
      }),
    remove: async (file) => {
      await (await open()).delete(addressOf(file));
    },
    lastWrite: async () => Math.max(0, ...(await (await open()).matchAll()).map(writtenAt)),
    renew: async () => {
      opened = undefined;
      await caches.delete(name);
    },
  };
}

function writtenAt({ headers }: Response): number {
  return Date.parse(headers.get('last-modified') ?? '') || 0;
}
