import * as v from 'valibot';
import { printInOrder } from '../news/edits/ordered-json';
import type { Edition } from '../news/editions/edition';
import { inflate } from './database/inflated-text';

/** The most bytes of an edition's content: more than all forms of any issue have that a browser can show. */
export const MOST_BYTES_OF_CONTENT = 256 * 2 ** 20;

const bytesSchema = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => Uint8Array.fromBase64(text)),
);
const jsonSchema = v.pipe(v.string(), v.parseJson(), v.looseObject({}));

/** Whether an edition is as it was published. */
export async function isWholeEdition(edition: Edition): Promise<boolean> {
  return (await readWhole(edition)) !== undefined;
}

/** The content of an edition, unparsed. Returns `undefined` if anything differs from what was published. */
export async function readWhole({ id, content, ...about }: Edition): Promise<object | undefined> {
  const bytes = v.safeParse(bytesSchema, content);
  if (!bytes.success) return undefined;
  const { text, isCut } = await inflate(bytes.output, MOST_BYTES_OF_CONTENT);
  const parsed = v.safeParse(jsonSchema, isCut ? undefined : text);
  if (!parsed.success) return undefined;
  return (await digestOfEdition({ ...about, ...parsed.output })) === id ? parsed.output : undefined;
}

/** The id of an edition: the digest of everything else. */
export async function digestOfEdition(said: object): Promise<string> {
  const bytes = new TextEncoder().encode(printInOrder(said));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}
