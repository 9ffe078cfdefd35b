import type { Clip } from '../../news/clip';
import type { HouseStyle } from '../../news/house-style';
import type { Target } from '../targets';

/** What a target changes in an issue or does not accept. */
export type TargetCheck = 'tableAsLines' | 'blocksInQuote' | 'loneAddress' | 'pictureByHand';

/** Finds content that some editors do not support by looking at single lines of Markdown. A hint does not need a parser. */
const ROW_BELOW_HEAD = /^(?=[^|]*\|)(?=[^-]*-)[|:\- ]+$/u;
const BLOCK = /^(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})\s+\S|```|~~~)/u;
const ADDRESS = /^<?https?:\/\/[^\s<>]+>?$/u;

interface Delicate {
  table: boolean;
  blocksInQuote: boolean;
  blocksOfQuotes: boolean;
  loneAddress: boolean;
}

/** Lists what a target changes in a Markdown text. */
export function checkTextForTarget(markdown: string, target: Target): TargetCheck[] {
  return listChecks(delicateIn(markdown), target);
}

/** Lists what a target changes in a clip as it is printed. */
export function checkClipForTarget(clip: Clip, style: HouseStyle, target: Target): TargetCheck[] {
  if (style.itemForm === 'line') return [];
  const delicate = delicateInClip(clip);
  const areQuoted = style.quoteForm === 'blockquote';
  return listChecks(
    { ...delicate, blocksInQuote: delicate.blocksInQuote || (areQuoted && delicate.blocksOfQuotes) },
    target,
  );
}

function listChecks(delicate: Omit<Delicate, 'blocksOfQuotes'>, target: Target): TargetCheck[] {
  return [
    ...(delicate.table && target.tables === 'rows' ? ['tableAsLines' as const] : []),
    ...(delicate.blocksInQuote && target.quotes !== 'kept' ? ['blocksInQuote' as const] : []),
    ...(delicate.loneAddress && target.loneAddresses === 'named' ? ['loneAddress' as const] : []),
  ];
}

function delicateInClip(clip: Clip): Delicate {
  const known = looked.get(clip);
  if (known !== undefined) return known;
  const quotes = clip.quotes.flatMap(({ markdown, translation }) => [markdown, translation ?? '']);
  const texts = [...quotes, clip.comment ?? ''].map(delicateIn);
  const isBare = (clip.headline ?? clip.outlet) === undefined && clip.quotes.length === 0;
  const delicate = {
    table: texts.some(({ table }) => table),
    blocksInQuote: texts.some(({ blocksInQuote }) => blocksInQuote),
    blocksOfQuotes: quotes.some((text) => linesOf(text).some((line) => BLOCK.test(line))),
    loneAddress: texts.some(({ loneAddress }) => loneAddress) || (isBare && clip.address !== undefined),
  };
  looked.set(clip, delicate);
  return delicate;
}

/** Results by clip, so that an unchanged clip is not examined again. */
const looked = new WeakMap<Clip, Delicate>();

function delicateIn(markdown: string): Omit<Delicate, 'blocksOfQuotes'> {
  const written = markdown.split('\n');
  const lines = linesOf(markdown);
  const isFree = (place: number) => (lines[place - 1] ?? '') === '' && (lines[place + 1] ?? '') === '';
  return {
    table: lines.some((line) => ROW_BELOW_HEAD.test(line)),
    blocksInQuote: lines.some((line, place) => BLOCK.test(line) && /^\s*>/u.test(written[place] ?? '')),
    loneAddress: lines.some((line, place) => ADDRESS.test(line) && isFree(place)),
  };
}

/** The lines without the marks of block quotes. */
function linesOf(markdown: string): string[] {
  return markdown.split('\n').map((line) => line.replace(/^[\s>]+/u, '').trimEnd());
}
