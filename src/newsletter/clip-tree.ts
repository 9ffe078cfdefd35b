import type { BlockContent, Blockquote, PhrasingContent, Text } from 'mdast';
import { parseWebAddress } from '../news/address';
import type { HouseStyle } from '../news/house-style';
import type { ManuscriptClip } from '../news/manuscript';
import { tidyLine } from '../news/plain-text';
import { writeDay } from '../news/publication-label';
import { fieldParagraphs, fieldText, paragraphOf } from './field-text';
import { linkFirstWords } from './first-words';
import { linkableAddress } from './linkable-address';
import { parseBlocks } from './markdown-blocks';

/**
 * Sets a clip: headline line, byline, dek, related headlines, quotes, comment. Its address is linked once: on the headline;
 * without one on the outlet; without both on the first words of its quotes; and where no words are free to carry it, it
 * stands itself where the headline would.
 */
export function composeClip(clip: ManuscriptClip, style: HouseStyle): BlockContent[] {
  const address = parseWebAddress(clip.url) && linkableAddress(clip.url);
  const passages = (clip.quotes ?? [])
    .map((quote) => parseBlocks(quote, address))
    .filter((blocks) => blocks.length > 0);
  const source = fieldText(clip.headline) ?? fieldText(clip.outlet);
  const isLinkedInQuote =
    address !== undefined && source === undefined && linkFirstWords(passages.flat(), address);
  return [
    ...composeHeadlineLine(clip, isLinkedInQuote ? undefined : address, style),
    ...fieldParagraphs(clip.byline),
    ...fieldParagraphs(clip.dek),
    ...(clip.relatedHeadlines ?? []).flatMap(fieldParagraphs),
    ...composeQuotes(passages, style),
    ...composeComment(clip.comment, style),
  ];
}

/** `Headline – Outlet [Feb 20th] [Chinese-language]`, or as much of it as there is. */
function composeHeadlineLine(
  clip: ManuscriptClip,
  address: string | undefined,
  style: HouseStyle,
): BlockContent[] {
  const names = [fieldText(clip.headline), fieldText(clip.outlet)].filter((name) => name !== undefined);
  if (names.length === 0 && address !== undefined) names.push({ type: 'text', value: address });
  const line = names.flatMap((name, place): PhrasingContent[] => [
    ...(place > 0 ? [markText(style.outletMark)] : []),
    place === 0 && address !== undefined ? { type: 'link', url: address, children: [name] } : name,
  ]);
  for (const label of labelsOf(clip, style)) {
    if (line.length > 0) line.push({ type: 'text', value: ' ' });
    line.push({ type: 'text', value: '[' }, label, { type: 'text', value: ']' });
  }
  return line.length > 0 ? [paragraphOf(...line)] : [];
}

/** A mark of the house style with its spaces, on one line. */
function markText(mark: string): Text {
  return { type: 'text', value: mark.replace(/\s+/gu, ' ') };
}

function labelsOf(clip: ManuscriptClip, style: HouseStyle): Text[] {
  const day = clip.publishedOn === undefined ? undefined : tidyLine(clip.publishedOn);
  return [
    fieldText(day && writeDay(day, style.dateForm, style.language)),
    fieldText(clip.languageLabel),
  ].filter((label) => label !== undefined);
}

/** All passages of a clip are one blockquote: they are of one article, and the mark between says what was left out. */
function composeQuotes(passages: BlockContent[][], style: HouseStyle): Blockquote[] {
  if (passages.length === 0) return [];
  const children = passages.flatMap((blocks, place) => [
    ...(place > 0 ? fieldParagraphs(style.gapMark) : []),
    ...blocks,
  ]);
  return [{ type: 'blockquote', children }];
}

/** The label stands before the first words, or on a line of its own before what is no paragraph. */
function composeComment(comment: string | undefined, style: HouseStyle): BlockContent[] {
  const blocks = parseBlocks(comment);
  const label = fieldText(style.commentLabel);
  const [first, ...others] = blocks;
  if (first === undefined || label === undefined) return blocks;
  if (first.type !== 'paragraph') return [paragraphOf(label), ...blocks];
  return [paragraphOf(label, { type: 'text', value: ' ' }, ...first.children), ...others];
}
