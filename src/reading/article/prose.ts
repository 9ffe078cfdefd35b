/** Paragraphs, as opposed to labels, links and names. */

const SENTENCE = /[.!?…:。！？：][")”»’]?$/u;
/** Letters. */
const SHORTEST_PARAGRAPH = 80;
const MOST_LINKED = 0.3;

const CHINESE_OR_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const KOREAN = /\p{Script=Hangul}/gu;

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

/**
 * The same for comparison with texts in alphabets: a Chinese or Japanese character says as much as three letters, and a Korean syllable as
 * much as two.
 */
export function alphabeticLettersIn(blocks: readonly Element[]): number {
  return blocks.map(blockText).reduce((sum, text) => {
    const chinese = text.match(CHINESE_OR_JAPANESE)?.length ?? 0;
    const korean = text.match(KOREAN)?.length ?? 0;
    return sum + text.length + 2 * chinese + korean;
  }, 0);
}

export function blockText(block: Element): string {
  return block.textContent.replace(/\s+/gu, ' ').trim();
}
