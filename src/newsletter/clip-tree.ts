import type { BlockContent, Link, Paragraph, PhrasingContent, Text } from 'mdast';
import { parseWebAddress } from '../news/address';
import type { HouseStyle } from '../news/house-style';
import type { ManuscriptClip } from '../news/manuscript';
import { tidyLine } from '../news/plain-text';
import { writeDay } from '../news/publication-label';
import { faced, fieldParagraphs, fieldText, paragraphOf, putLabelBefore } from './field-text';
import { linkFirstWords } from './first-words';
import { linkableAddress } from './linkable-address';
import { parseBlocks } from './markdown-blocks';
import { blocksOf, composeQuotes, readPassages } from './quote-tree';

/**
 * Sets a note as it is, or a clip: headline line, byline, dek, related headlines, quotes, comment. Its address is linked once: on the headline;
 * without one on the outlet (or the other way round, as the house style has it); without both on the first words of its
 * quotes; and where no words are free to carry it, it stands itself where the headline would.
 */
export function composeClip(clip: ManuscriptClip, style: HouseStyle): BlockContent[] {
  if (clip.note !== undefined) return parseBlocks(clip.note);
  const address = parseWebAddress(clip.url) && linkableAddress(clip.url);
  const passages = (clip.quotes ?? []).flatMap((quote) =>
    readPassages(quote, { language: clip.language, ownAddress: address, style }),
  );
  const source = fieldText(clip.headline) ?? fieldText(clip.outlet);
  const isLinkedInQuote =
    address !== undefined && source === undefined && linkFirstWords(passages.flatMap(blocksOf), address);
  return [
    ...composeHeadline(clip, isLinkedInQuote ? undefined : address, style),
    ...fieldParagraphs(clip.byline),
    ...fieldParagraphs(clip.dek),
    ...(clip.relatedHeadlines ?? []).flatMap(fieldParagraphs),
    ...composeQuotes(passages, style),
    ...composeComment(clip.comment, style),
  ];
}

/** A clip of which its headline line is all that is printed. */
export function composeClipLine(clip: ManuscriptClip, style: HouseStyle): Paragraph[] {
  const address = parseWebAddress(clip.url) && linkableAddress(clip.url);
  const line = composeLine(namesOf(clip, address, style), clip, style);
  return line.length > 0 ? [paragraphOf(...line)] : [];
}

/** `Headline – Outlet [Feb 20th] [Chinese-language]`, or as much of it as there is; the headline as a heading, if so set. */
function composeHeadline(
  clip: ManuscriptClip,
  address: string | undefined,
  style: HouseStyle,
): BlockContent[] {
  const { headline, outlet } = namesOf(clip, address, style);
  if (style.headlineForm === 'line' || headline === undefined || clip.headline === undefined) {
    const line = composeLine({ headline, outlet }, clip, style);
    return line.length > 0 ? [paragraphOf(...line)] : [];
  }
  const below = composeLine({ outlet }, clip, style);
  return [
    { type: 'heading', depth: 3, children: [headline] },
    ...(below.length > 0 ? [paragraphOf(...below)] : []),
  ];
}

interface Names {
  headline?: PhrasingContent | undefined;
  outlet?: PhrasingContent | undefined;
}

/** Headline and outlet, one of them linked; the address for a headline where there is neither. */
function namesOf(clip: ManuscriptClip, address: string | undefined, style: HouseStyle): Names {
  const headline = fieldText(clip.headline);
  const name = fieldText(
    clip.sourceCredit === undefined ? clip.outlet : creditedOutlet(clip.sourceCredit, clip.outlet),
  );
  const outlet = name && faced(name, style.outletFace);
  if (address === undefined) return { headline, outlet };
  const link = (child: PhrasingContent): Link => ({
    type: 'link',
    url: address,
    children: [child],
  });
  if (headline === undefined && outlet === undefined)
    return { headline: link({ type: 'text', value: address }) };
  const isOnOutlet = outlet !== undefined && (style.linked === 'outlet' || headline === undefined);
  return isOnOutlet ? { headline, outlet: link(outlet) } : { headline: headline && link(headline), outlet };
}

/** The agency and who prints it: `Reuters via Yahoo News`. */
function creditedOutlet(credit: string, outlet: string | undefined): string {
  return outlet === undefined || outlet === credit ? credit : `${credit} via ${outlet}`;
}

function composeLine(
  { headline, outlet }: Names,
  clip: ManuscriptClip,
  style: HouseStyle,
): PhrasingContent[] {
  const names = [headline, outlet].filter((name) => name !== undefined);
  const line = names.flatMap((name, place) => (place > 0 ? [markText(style.outletMark), name] : [name]));
  for (const label of labelsOf(clip, style)) {
    if (line.length > 0) line.push({ type: 'text', value: ' ' });
    line.push({ type: 'text', value: '[' }, label, { type: 'text', value: ']' });
  }
  return line;
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

function composeComment(comment: string | undefined, style: HouseStyle): BlockContent[] {
  const blocks = parseBlocks(comment);
  const label = fieldText(style.commentLabel);
  return label === undefined ? blocks : putLabelBefore(blocks, faced(label, style.commentLabelFace));
}
