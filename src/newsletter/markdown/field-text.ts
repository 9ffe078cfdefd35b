import type { BlockContent, Paragraph, PhrasingContent, Text } from 'mdast';
import { hasRightToLeft } from '../../news/text/direction';
import { tidyLine } from '../../news/text/plain-text';

const BIDI_CONTROL = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A plain field as a text node, tidied; `undefined` if nothing is left. */
export function fieldText(field: string | undefined): Text | undefined {
  const value = field === undefined ? undefined : tidyLine(field);
  if (value === undefined) return undefined;
  // Isolated in HTML, so that a headline in Arabic cannot reorder the outlet and date after it.
  const isBidi = hasRightToLeft(value) || BIDI_CONTROL.test(value);
  return { type: 'text', value, ...(isBidi && { data: { hName: 'bdi' } }) };
}

/** A plain field as zero or one paragraph. */
export function fieldParagraphs(field: string | undefined): Paragraph[] {
  const text = fieldText(field);
  return text === undefined ? [] : [paragraphOf(text)];
}

export function paragraphOf(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

type Face = 'plain' | 'italic' | 'bold';

export function faced(text: Text, face: Face): PhrasingContent {
  if (face === 'plain') return text;
  return { type: face === 'italic' ? 'emphasis' : 'strong', children: [text] };
}

/**
 * Puts a label before the first words of the blocks, or on a line of its own if the first block is not a paragraph. No space follows a
 * full-width colon.
 */
export function putLabelBefore(
  blocks: readonly BlockContent[],
  label: Text,
  face: Face,
  isOnOwnLine = false,
): BlockContent[] {
  const [first, ...others] = blocks;
  if (first === undefined) return [];
  const printed = faced(label, face);
  if (first.type !== 'paragraph' || isOnOwnLine) return [paragraphOf(printed), ...blocks];
  const gap: Text[] = label.value.endsWith('：') ? [] : [{ type: 'text', value: ' ' }];
  return [{ ...first, children: [printed, ...gap, ...first.children] }, ...others];
}
