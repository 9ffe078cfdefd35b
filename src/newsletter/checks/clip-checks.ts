import { parseWebAddress } from '../../news/address';
import { assembleClip, showsDay } from '../../news/assemble-manuscript';
import { publicationDay, type Clip } from '../../news/clip';
import type { HouseStyle } from '../../news/house-style';
import type { ManuscriptQuote } from '../../news/manuscript';
import { hasOddCharacters } from '../../news/text/odd-characters';
import { hasBalancedMarks } from './balanced-marks';
import { isTooCostly } from '../markdown/markdown-cost';
import { isTrackingLink } from './tracking-link';

/** Fewer capitals are an abbreviation: NATO, APEC-2026. */
const CAPITALS = 8;

const TRIALS = {
  noHeadline: ({ headline }) => headline === undefined,
  // Where letters have no case, those that have it are names: 中国WTO与ASEAN.
  headlineInCapitals: ({ headline = '' }) =>
    !/[\p{Ll}\p{Lo}]/u.test(headline) && (headline.match(/\p{Lu}/gu)?.length ?? 0) >= CAPITALS,
  noOutlet: ({ outlet }) => outlet === undefined,
  noDate: (clip, style) => showsDay(clip, style) && publicationDay(clip) === undefined,
  noAddress: ({ address }) => address === undefined,
  unsafeAddress: ({ address }) => address !== undefined && parseWebAddress(address) === undefined,
  trackingAddress: ({ address }) => address !== undefined && isTrackingLink(address),
  unbalancedMarks: (clip, style) => !printedTexts(clip, style).every(hasBalancedMarks),
  oddCharacters: (clip, style) => printedTexts(clip, style).some(hasOddCharacters),
  tooManyMarks: (clip, style) => markdownOf(clip, style).some(isTooCostly),
} satisfies Record<string, (clip: Clip, style: HouseStyle) => boolean>;

/** What is seen on a clip alone. */
export type ClipCheck = keyof typeof TRIALS;

/** A note is of no article. */
const OF_NOTES = new Set<ClipCheck>(['unbalancedMarks', 'oddCharacters', 'tooManyMarks']);

/** What is to be looked at on a clip as a house style prints it, in that order. */
export function checkClip(clip: Clip, style: HouseStyle): readonly ClipCheck[] {
  const known = checked.get(clip);
  if (known?.style === style) return known.found;
  const found = (Object.keys(TRIALS) as ClipCheck[]).filter(
    (check) => (!clip.isNote || OF_NOTES.has(check)) && TRIALS[check](clip, style),
  );
  checked.set(clip, { style, found });
  return found;
}

/** A clip that has not been written since is not tried again. */
const checked = new WeakMap<Clip, { style: HouseStyle; found: readonly ClipCheck[] }>();

/** The texts that are read as Markdown, each by itself. */
function markdownOf(clip: Clip, style: HouseStyle): string[] {
  const { quotes = [], comment = '', note = '' } = assembleClip(clip, style);
  const passages = quotes.flatMap((quote) =>
    typeof quote === 'string' ? [quote] : [quote.original ?? '', quote.translation ?? ''],
  );
  return [...passages, comment, note];
}

/** Marks that open may close in a later passage of the same clip, never in its comment. */
function printedTexts(clip: Clip, style: HouseStyle): string[] {
  const printed = assembleClip(clip, style);
  const { headline = '', relatedHeadlines = [], dek = '', quotes = [], comment = '', note = '' } = printed;
  if (style.itemForm === 'line') return [headline, note];
  const passages = quotes.map((quote) => (typeof quote === 'string' ? { original: quote } : quote));
  const all = (words: (quote: Exclude<ManuscriptQuote, string>) => string | undefined) =>
    passages.map((passage) => words(passage) ?? '').join('\n\n');
  return [
    headline,
    ...relatedHeadlines,
    dek,
    all(({ original }) => original),
    all(({ translation }) => translation),
    comment,
    note,
  ];
}
