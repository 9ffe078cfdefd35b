import type { BlockContent } from 'mdast';
import type { HouseStyle } from '../news/house-style';
import { isForeign, isLanguageTag, knownLanguage } from '../news/text/language-tag';
import type { ManuscriptQuote } from '../news/manuscript';
import { tidyLine } from '../news/text/plain-text';
import { fieldParagraphs, fieldText, putLabelBefore } from './markdown/field-text';
import { parseBlocks } from './markdown/markdown-blocks';
import { putInMarks } from './quotation-marks';

/** A printed passage of an article: the original, the translation, or the original followed by the translation. */
export interface PrintedPassage {
  speaker: string | undefined;
  original: BlockContent[];
  translation: BlockContent[];
}

/**
 * Reads the quotes. A quote without words is left out.
 *
 * @param language the language of the article, BCP 47
 * @param ownAddress the article's address; links to it become their words
 */
export function readPrintedPassages(
  quote: ManuscriptQuote,
  {
    language,
    ownAddress,
    style,
  }: { language?: string | undefined; ownAddress?: string | undefined; style: HouseStyle },
): PrintedPassage[] {
  const { speaker, original, translation }: Exclude<ManuscriptQuote, string> =
    typeof quote === 'string' ? { original: quote } : quote;
  const passage: PrintedPassage = {
    speaker: speaker === undefined ? undefined : tidyLine(speaker),
    original: parseBlocks(original, ownAddress),
    translation: parseBlocks(translation, ownAddress),
  };
  const isNamed = language !== undefined && isLanguageTag(language) && isForeign(language, style.language);
  if (isNamed) markLanguage(passage.original, language);
  markLanguage(passage.translation, knownLanguage(style.language));
  return blocksOf(passage).length > 0 ? [passage] : [];
}

export function blocksOf({ original, translation }: PrintedPassage): BlockContent[] {
  return [...original, ...translation];
}

/** Composes all passages of a clip as one quote: they are from one article, and the mark between them shows what was left out. */
export function composeQuotes(passages: readonly PrintedPassage[], style: HouseStyle): BlockContent[] {
  if (passages.length === 0) return [];
  const children = passages.flatMap((passage, place) => [
    ...(place > 0 ? fieldParagraphs(style.gapMark) : []),
    ...setPassage(passage, style),
  ]);
  return style.quoteForm === 'blockquote' ? [{ type: 'blockquote', children }] : children;
}

function setPassage(passage: PrintedPassage, style: HouseStyle): BlockContent[] {
  const { speaker, original, translation } = passage;
  const isSpoken = speaker !== undefined && style.speakerForm === 'marks';
  if (style.quoteForm === 'marks' || isSpoken)
    for (const blocks of [original, translation]) putInMarks(blocks, style.language);
  const blocks = blocksOf(passage);
  const label = speaker && fieldText(nameSpeaker(speaker));
  if (!label) return blocks;
  return putLabelBefore(blocks, label, style.speakerFace, style.speakerForm === 'line');
}

/** Adds a colon, unless there is one, in the form of the name's script. */
function nameSpeaker(speaker: string): string {
  if (/[:：]$/u.test(speaker)) return speaker;
  return speaker + (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(speaker) ? '：' : ':');
}

/** Marks the language of each block for HTML; screen readers need it. */
function markLanguage(blocks: readonly BlockContent[], lang: string): void {
  for (const block of blocks) block.data = { ...block.data, hProperties: { lang } };
}
