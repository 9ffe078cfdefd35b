import * as v from 'valibot';
import { parseWebAddress } from './address';
import { partCredit, withoutCredit } from './photo-credit';
import { tidyLine } from './text/plain-text';

const LONGEST_ADDRESS = 5_000;
/** More than a caption has: a page that says more under a picture says it of something else. */
const LONGEST_WORDS = 2_000;

const webAddress = v.pipe(
  v.string(),
  v.maxLength(LONGEST_ADDRESS),
  v.check((text) => isOfWeb(parseWebAddress(text)), 'no address of a picture'),
  v.transform((text) => new URL(text).href),
);
/** Twice as long: what a page leaves open in its bidi controls is closed behind the words. */
const words = v.pipe(v.string(), v.maxLength(2 * LONGEST_WORDS));

/** The picture that an article is set under. Only its address is kept, and nothing of it is ever loaded. */
export const leadPictureSchema = v.object({
  /** Absolute; http or https. */
  address: webAddress,
  /** What the page says for those who do not see it. */
  alternative: v.exactOptional(words),
  caption: v.exactOptional(words),
  credit: v.exactOptional(words),
});
export type LeadPicture = v.InferOutput<typeof leadPictureSchema>;

const captured = v.object({
  address: webAddress,
  alternative: v.fallback(v.optional(v.string()), undefined),
  caption: v.fallback(v.optional(v.string()), undefined),
  credit: v.fallback(v.optional(v.string()), undefined),
});

/**
 * Parses what the injected reader found: `caption` is all that stands under the picture, `credit` what the page calls so.
 * `undefined` where it is no picture with an address of the web.
 */
export function parseLeadPicture(found: unknown): LeadPicture | undefined {
  const picture = v.safeParse(captured, found);
  if (!picture.success) return undefined;
  const { address, ...said } = picture.output;
  const [alternative, under, called] = [said.alternative, said.caption, said.credit].map(
    (text) => text && tidyLine(text, LONGEST_WORDS),
  );
  const { caption, credit } = called === undefined ? partCredit(under ?? '') : withoutCredit(under, called);
  return {
    address,
    ...(alternative !== undefined && alternative !== caption && { alternative }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}

/** A name and a password in an address lead to another host than they seem to. */
function isOfWeb(url: URL | undefined): boolean {
  return url?.username === '' && url.password === '';
}
