import { printInOrder } from '../../src/news/edits/ordered-json';
import type { Edition } from '../../src/news/editions/edition';
import { deflate } from '../../src/storage/database/inflated-text';

/** An edition whose id is the digest of the rest. Also runs in Node, whose arrays of bytes print neither base64 nor hex. */
export async function makeWholeEdition(
  about: Omit<Edition, 'id' | 'content'>,
  content: object,
): Promise<Edition> {
  const said = new TextEncoder().encode(printInOrder({ ...about, ...content }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', said));
  const bytes = await deflate(JSON.stringify(content));
  return {
    id: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    ...about,
    content: btoa(String.fromCharCode(...bytes)),
  };
}
