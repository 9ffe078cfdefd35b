import { parseWebAddress } from '../../news/address';
import { assembleClip, showsDay } from '../../news/assemble-manuscript';
import { publicationDay, type Clip } from '../../news/clip';
import type { HouseStyle } from '../../news/house-style';
import type { ManuscriptQuote } from '../../news/manuscript';
import { hasOddCharacters } from '../../news/text/odd-characters';
import { hasBalancedMarks } from './balanced-marks';
import { isTooCostly } from '../markdown/markdown-cost';
import { isTrackingLink } from './tracking-link';

/** Fewer capitals than this are an abbreviation: NATO, APEC-2026. */
const CAPITALS = 8;
/** Without capitals, which names like Lenta.ru have. */
const HOST_NAME = /^[\p{Ll}\d-]+(?:\.[\p{Ll}\d-]+)*\.\p{Ll}{2,}$/u;

const CLIP_CHECKS = {
  noHeadline: (clip) => clip.headline === undefined && !isQuoteAlone(clip),
  // In scripts without case, Latin words in capitals are names: 中国WTO与ASEAN.
  headlineInCapitals: ({ headline = '' }) =>
    !/[\p{Ll}\p{Lo}]/u.test(headline) && (headline.match(/\p{Lu}/gu)?.length ?? 0) >= CAPITALS,
  noOutlet: (clip) => clip.outlet === undefined && !isQuoteAlone(clip),
  hostOutlet: ({ outlet = '' }) => isOnlyHost(outlet),
  noDate: (clip, style) => showsDay(clip, style) && publicationDay(clip) === undefined,
  noAddress: ({ address }) => address === undefined,
  unsafeAddress: ({ address }) => address !== undefined && parseWebAddress(address) === undefined,
  deadLink: ({ isLinkDead, archiveAddress, alternativeAddress }) =>
    isLinkDead === true && (archiveAddress ?? alternativeAddress) === undefined,
  trackingAddress: ({ address }) => address !== undefined && isTrackingLink(address),
  unbalancedMarks: (clip, style) => !printedTexts(clip, style).every(hasBalancedMarks),
  oddCharacters: (clip, style) => printedTexts(clip, style).some(hasOddCharacters),
  tooManyMarks: (clip, style) => markdownOf(clip, style).some(isTooCostly),
} satisfies Record<string, (clip: Clip, style: HouseStyle) => boolean>;

/** Whether the name of an outlet is only the name of its host. */
export function isOnlyHost(outlet: string): boolean {
  return HOST_NAME.test(outlet);
}

/** A check that needs only the clip. */
export type ClipCheck = keyof typeof CLIP_CHECKS;

/**
 * Whether a clip is a quote or a comment alone, whose first words are the link: every page has a headline and an outlet, so
 * the analyst has removed both.
 */
function isQuoteAlone({ headline, outlet, quotes, comment }: Clip): boolean {
  const hasWords = quotes.length > 0 || comment !== undefined;
  return headline === undefined && outlet === undefined && hasWords;
}

/** The checks for notes, which have no article. */
const OF_NOTES = new Set<ClipCheck>(['unbalancedMarks', 'oddCharacters', 'tooManyMarks']);

/** Runs the checks on a clip as the house style prints it, in this order. */
export function checkClip(clip: Clip, style: HouseStyle): readonly ClipCheck[] {
  const known = checked.get(clip);
  if (known?.style === style) return known.found;
  const found = (Object.keys(CLIP_CHECKS) as ClipCheck[]).filter(
    (check) => (!clip.isNote || OF_NOTES.has(check)) && CLIP_CHECKS[check](clip, style),
  );
  checked.set(clip, { style, found });
  return found;
}

/** Results by clip, so that an unchanged clip is not checked again. */
const checked = new WeakMap<Clip, { style: HouseStyle; found: readonly ClipCheck[] }>();

/** The texts that are parsed as Markdown, each one separately. */
function markdownOf(clip: Clip, style: HouseStyle): string[] {
  const { quotes = [], comment = '', note = '' } = assembleClip(clip, style);
  const passages = quotes.flatMap((quote) =>
    typeof quote === 'string' ? [quote] : [quote.original ?? '', quote.translation ?? ''],
  );
  return [...passages, comment, note];
}

/** A mark that opens in one passage may close in a later passage of the same clip, but not in its comment. */
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
