import { unlessRefused, type CopyPlace } from './copy-place';

/** Nothing is ever asked of this address: the names of files are kept as addresses. */
const ROOT = 'https://journal.invalid/';

/**
 * CacheStorage. Chromium keeps each file with its name and a checksum by itself, and finds the files anew where its list of them is
 * torn. It writes the list of caches (`index.txt`) when a cache is made and 20 seconds after the last write: where that one is
 * torn, all of them are gone.
 */
export function cachePlace(databaseName: string): CopyPlace {
  const name = `journal ${databaseName}`;
  const open = () => caches.open(name);
  const addressOf = (file: string) => ROOT + encodeURIComponent(file);
  return {
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
      await caches.delete(name);
    },
  };
}

function writtenAt({ headers }: Response): number {
  return Date.parse(headers.get('last-modified') ?? '') || 0;
}
