import { articleAddress, parseWebAddress } from '../news/address';
import { publicationDay, type Clip } from '../news/clip';
import { hasBalancedMarks } from './balanced-marks';

/** Fewer capitals are an abbreviation: NATO, APEC-2026. */
const CAPITALS = 8;

const TRIALS = {
  noHeadline: ({ headline }) => headline === undefined,
  headlineInCapitals: ({ headline = '' }) =>
    !/\p{Ll}/u.test(headline) && (headline.match(/\p{Lu}/gu)?.length ?? 0) >= CAPITALS,
  noOutlet: ({ outlet }) => outlet === undefined,
  noDate: (clip) => clip.showDate && publicationDay(clip) === undefined,
  noAddress: ({ address }) => address === undefined,
  unsafeAddress: ({ address }) => address !== undefined && parseWebAddress(address) === undefined,
  trackingAddress: ({ address }) => isTracking(address),
  unbalancedMarks: (clip) => !textsOf(clip).every(hasBalancedMarks),
} satisfies Record<string, (clip: Clip) => boolean>;

/** What is seen on a clip alone. */
export type ClipCheck = keyof typeof TRIALS;

/** A note is of no article. */
const OF_NOTES = new Set<ClipCheck>(['unbalancedMarks']);

/** What is to be looked at on a clip, in the order in which it is printed. */
export function checkClip(clip: Clip): readonly ClipCheck[] {
  const known = checked.get(clip);
  if (known !== undefined) return known;
  const found = (Object.keys(TRIALS) as ClipCheck[]).filter(
    (check) => (!clip.isNote || OF_NOTES.has(check)) && TRIALS[check](clip),
  );
  checked.set(clip, found);
  return found;
}

/** A clip that has not been written since is not tried again. */
const checked = new WeakMap<Clip, readonly ClipCheck[]>();

/** Whether an address says how the analyst came to it. */
function isTracking(address: string | undefined): boolean {
  const url = parseWebAddress(address);
  const clean = parseWebAddress(url && articleAddress(url.href));
  return url !== undefined && clean !== undefined && url.searchParams.size > clean.searchParams.size;
}

/** Marks that open may close in a later passage of the same clip, never in its comment. */
function textsOf({ quotes, comment, headline, dek }: Clip): string[] {
  const passages = quotes.map(({ markdown }) => markdown).join('\n\n');
  const translations = quotes.map(({ translation }) => translation ?? '').join('\n\n');
  return [headline ?? '', dek ?? '', passages, translations, comment ?? ''];
}
