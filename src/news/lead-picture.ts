import * as v from 'valibot';
import { parseWebAddress } from './address';
import { partCredit, withoutCredit } from './photo-credit';
import { tidyLine } from './text/plain-text';

const LONGEST_ADDRESS = 5_000;
/** Longer than any caption: a longer text under a picture is about something else. */
const LONGEST_WORDS = 2_000;

const webAddress = v.pipe(
  v.string(),
  v.maxLength(LONGEST_ADDRESS),
  v.check((text) => isOfWeb(parseWebAddress(text)), 'no address of a picture'),
  v.transform((text) => new URL(text).href),
);
/** Twice as long, because characters are added to close bidi controls that the page leaves open. */
const words = v.pipe(v.string(), v.maxLength(2 * LONGEST_WORDS));

/** The main picture of an article. Only its address is kept; the picture itself is never loaded. */
export const leadPictureSchema = v.object({
  /** Absolute; http or https. */
  address: webAddress,
  /** The page's alternative text. */
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
 * Parses what the injected reader found: `caption` is all the text under the picture, `credit` is what the page marks as the
 * credit. Returns `undefined` if there is no http or https address.
 * @param clean `withoutOddCharacters`, where the size of the script does not matter
 */
export function parseLeadPicture(found: unknown, clean = (text: string) => text): LeadPicture | undefined {
  const picture = v.safeParse(captured, found);
  if (!picture.success) return undefined;
  const { address, ...said } = picture.output;
  const [alternative, under, called] = [said.alternative, said.caption, said.credit].map(
    (text) => text && tidyLine(clean(text), LONGEST_WORDS),
  );
  const { caption, credit } = called === undefined ? partCredit(under ?? '') : withoutCredit(under, called);
  return {
    address,
    ...(alternative !== undefined && alternative !== caption && { alternative }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}

/** Rejects addresses with a user name or password, because they lead to another host than they appear to. */
function isOfWeb(url: URL | undefined): boolean {
  return url?.username === '' && url.password === '';
}
