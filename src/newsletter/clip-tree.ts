import type { BlockContent, Link, Paragraph, PhrasingContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseWebAddress } from '../news/address';
import type { SwitchedField } from '../news/article-fields';
import type { HouseStyle } from '../news/house-style';
import { wordsOfQuote, type ManuscriptClip } from '../news/manuscript';
import { directionOf } from '../news/text/direction';
import { tidyLine } from '../news/text/plain-text';
import { writeDay } from '../news/publication-label';
import { faced, fieldParagraphs, fieldText, paragraphOf, putLabelBefore } from './markdown/field-text';
import { firstWords, linkFirstWords } from './first-words';
import { linkableAddress } from './markdown/linkable-address';
import { parseBlocks } from './markdown/markdown-blocks';
import { punctuationOf } from './punctuation';
import { blocksOf, composeQuotes, readPrintedPassages } from './printed-quote';

/**
 * Composes a note, a clip, or several clips as one item: first the headlines, each followed by its quotes so that readers see whose these
 * are, or all quotes after all headlines if the house style says so; then the comments.
 */
export function composeItem(clips: readonly ManuscriptClip[], style: HouseStyle): BlockContent[] {
  const parts = clips.map((clip) => composeClip(clip, style));
  const sources =
    style.groupForm === 'each'
      ? parts.flatMap(({ heading, quotes }) => [...heading, ...quotes])
      : [...parts.flatMap(({ heading }) => heading), ...parts.flatMap(({ quotes }) => quotes)];
  return [...sources, ...parts.flatMap(({ comment }) => comment)];
}

interface ClipParts {
  heading: BlockContent[];
  quotes: BlockContent[];
  comment: BlockContent[];
}

/**
 * Composes a note or a clip: headline line, byline, dek, related headlines, quotes, comment. The address is linked once: on the
 * headline, or without one on the outlet (or the other way round if the house style says so); without either on the first words
 * of the quotes. If no words can carry the link, the address itself is printed in place of the headline.
 */
function composeClip(clip: ManuscriptClip, style: HouseStyle): ClipParts {
  if (clip.note !== undefined) return { heading: [], quotes: [], comment: parseBlocks(clip.note) };
  const address = parseWebAddress(clip.url) && linkableAddress(clip.url);
  const passages = (clip.quotes ?? []).flatMap((quote) =>
    readPrintedPassages(quote, { language: clip.language, ownAddress: address, style }),
  );
  const source = fieldText(clip.headline) ?? fieldText(clip.outlet);
  const isLinkedInQuote =
    address !== undefined && source === undefined && linkFirstWords(passages.flatMap(blocksOf), address);
  return {
    heading: [
      ...composeHeadline(clip, isLinkedInQuote ? undefined : address, style),
      ...BELOW_HEADLINE.flatMap((name) => PARAGRAPHS[name](clip[name])),
      ...(clip.relatedHeadlines ?? []).flatMap(fieldParagraphs),
    ],
    quotes: composeQuotes(passages, style),
    comment: composeComment(clip.comment, style),
  };
}

/**
 * How each field that the house style switches on is printed below the headline. The source credit is printed in the headline
 * line.
 */
const PARAGRAPHS: Readonly<Record<SwitchedField, (value: string | undefined) => BlockContent[]>> = {
  byline: fieldParagraphs,
  dek: fieldParagraphs,
  sourceCredit: () => [],
};
const BELOW_HEADLINE = Object.keys(PARAGRAPHS) as SwitchedField[]; // in the printed order

/** Composes an item that is printed as headlines only, each on a line of one paragraph. */
export function composeItemLines(clips: readonly ManuscriptClip[], style: HouseStyle): Paragraph[] {
  const lines = clips.map((clip) => composeClipLine(clip, style)).filter((line) => line.length > 0);
  const parts = lines.flatMap((line, place) => [...(place > 0 ? [{ type: 'break' } as const] : []), ...line]);
  return parts.length > 0 ? [paragraphOf(...parts)] : [];
}

/** Without headline and outlet, the line shows the clip's first words. */
function composeClipLine(clip: ManuscriptClip, style: HouseStyle): PhrasingContent[] {
  const address = parseWebAddress(clip.url) && linkableAddress(clip.url);
  const named =
    (fieldText(clip.headline) ?? fieldText(clip.outlet)) ? clip : { ...clip, headline: quotedWords(clip) };
  return composeLine(namesOf(named, address, style), clip, style);
}

function quotedWords({ quotes = [] }: ManuscriptClip): string | undefined {
  const texts = quotes.flatMap(wordsOfQuote).map((markdown) => firstWords(textOf(parseBlocks(markdown))));
  return texts.find((text) => text !== undefined);
}

function textOf(blocks: readonly BlockContent[]): string {
  return blocks.map((block) => toString(block, { includeImageAlt: false })).join(' ');
}

/**
 * `Headline – Outlet [Feb 20th] [Chinese-language] [Archive]`, without the parts that are missing, in the order of the house style. The
 * headline is a heading if the style says so.
 */
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
    ...(below.length > 0
      ? [{ ...paragraphOf(...below), data: { direction: directionOf(clip.headline) } }]
      : []),
  ];
}

interface Names {
  headline?: PhrasingContent | undefined;
  outlet?: PhrasingContent | undefined;
}

/** Headline and outlet, one of them linked. The address takes the place of the headline if there is neither. */
function namesOf(
  clip: Pick<ManuscriptClip, 'outlet' | 'sourceCredit'> & { headline?: string | undefined },
  address: string | undefined,
  style: HouseStyle,
): Names {
  const headline = fieldText(clip.headline);
  const name = fieldText(
    clip.sourceCredit === undefined ? clip.outlet : creditedOutlet(clip.sourceCredit, clip.outlet, style),
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

/** The agency and the outlet that reprints it: `Reuters via Yahoo News`. */
function creditedOutlet(credit: string, outlet: string | undefined, { creditMark }: HouseStyle): string {
  if (outlet === undefined || outlet === credit) return credit;
  return [credit, creditMark, outlet].filter((part) => part !== '').join(' ');
}

type Part = 'headline' | 'outlet' | 'date' | 'language' | 'archive' | 'alternative';
const LABELS = new Set<Part>(['date', 'language', 'archive', 'alternative']);

/** The parts that exist, in the order of the house style. Adjacent labels are grouped. */
function composeLine(names: Names, clip: ManuscriptClip, style: HouseStyle): PhrasingContent[] {
  const parts: Partial<Record<Part, PhrasingContent | undefined>> = { ...names, ...labelsOf(clip, style) };
  const order = `${style.headingOrder} archive alternative`.split(' ') as Part[]; // an order is a list of these words
  const there = order.flatMap((kind) => {
    const content = parts[kind];
    return content === undefined ? [] : [{ content, isLabel: LABELS.has(kind) }];
  });
  return there.flatMap(({ content, isLabel }, place) => {
    const [before, after] = [there[place - 1], there[place + 1]];
    const opening = isLabel
      ? openLabel(before, style)
      : before === undefined
        ? ''
        : markBefore(before, style);
    const closing = isLabel ? closeLabel(after, style) : '';
    return [...signs(opening), content, ...signs(closing)];
  });
}

type Neighbour = { isLabel: boolean } | undefined;

function markBefore(before: { isLabel: boolean }, { labelForm, outletMark, language }: HouseStyle): string {
  if (!before.isLabel) return outletMark === '' ? ' ' : outletMark.replace(/\s+/gu, ' ');
  const { comma, space } = punctuationOf(language);
  return labelForm === 'commas' ? comma : space;
}

function openLabel(before: Neighbour, { labelForm, language }: HouseStyle): string {
  const { comma, space, brackets, parentheses } = punctuationOf(language);
  if (labelForm === 'commas') return before ? comma : '';
  if (labelForm === 'parentheses' && before?.isLabel === true) return comma;
  const [opening] = labelForm === 'brackets' ? brackets : parentheses;
  return before ? space + opening : opening;
}

function closeLabel(after: Neighbour, { labelForm, language }: HouseStyle): string {
  const { brackets, parentheses } = punctuationOf(language);
  if (labelForm === 'brackets') return brackets[1];
  return labelForm === 'parentheses' && after?.isLabel !== true ? parentheses[1] : '';
}

function signs(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function labelsOf(
  clip: ManuscriptClip,
  style: HouseStyle,
): Partial<Record<Part, PhrasingContent | undefined>> {
  const day = clip.publishedOn === undefined ? undefined : tidyLine(clip.publishedOn);
  return {
    date: fieldText(day && writeDay(day, style.dateForm, style.language, clip.showsYear)),
    language: fieldText(clip.languageLabel),
    archive: labelledLink(clip.archiveUrl, style.archiveLabel),
    alternative: labelledLink(clip.alternativeUrl, style.alternativeLabel),
  };
}

function labelledLink(address: string | undefined, label: string): Link | undefined {
  const url = parseWebAddress(address) && linkableAddress(address);
  const words = fieldText(label);
  return url === undefined || words === undefined ? undefined : { type: 'link', url, children: [words] };
}

function composeComment(comment: string | undefined, style: HouseStyle): BlockContent[] {
  const blocks = parseBlocks(comment);
  const label = fieldText(style.commentLabel);
  return label === undefined ? blocks : putLabelBefore(blocks, label, style.commentLabelFace);
}
