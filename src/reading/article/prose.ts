/** Paragraphs, as opposed to labels, links and names. */

const SENTENCE = /[.!?…:。！？：][")”»’]?$/u;
/** Letters. */
const SHORTEST_PARAGRAPH = 80;
const MOST_LINKED = 0.3;

/** Whether a block is at least one whole sentence, and mostly not links. */
export function isProse(block: Element): boolean {
  const text = blockText(block);
  if (text.length < SHORTEST_PARAGRAPH || !SENTENCE.test(text)) return false;
  if (!block.matches('p, div, blockquote') || block.closest('a[href]') !== null) return false;
  return lettersIn([...block.querySelectorAll('a')]) <= text.length * MOST_LINKED;
}

export function lettersIn(blocks: readonly Element[]): number {
  return blocks.reduce((sum, block) => sum + blockText(block).length, 0);
}

export function blockText(block: Element): string {
  return block.textContent.replace(/\s+/gu, ' ').trim();
}
