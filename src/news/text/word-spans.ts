/** The position of a word in a text, in code units. */
export interface WordSpan {
  start: number;
  end: number;
}

/** Uses a dictionary for languages without spaces (Chinese, Japanese, Thai), whatever the locale. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** V8 copies the whole text for each segment that it returns, so a long text is segmented in stretches. */
const STRETCH = 500;

/** The words of a text, in order. A word longer than 500 code units is split. */
export function* wordSpans(text: string): Generator<WordSpan, undefined> {
  let from = 0;
  while (from < text.length) {
    const segments = [...segmenter.segment(text.slice(from, from + STRETCH))];
    // The last word may continue after this stretch, so the next stretch starts with it.
    if (from + STRETCH < text.length && segments.length > 1) segments.pop();
    let end = 0;
    for (const { segment, index, isWordLike } of segments) {
      end = index + segment.length;
      if (isWordLike === true) yield { start: from + index, end: from + end };
    }
    from += end;
  }
}

export function countWordSpans(text: string): number {
  return [...wordSpans(text)].length;
}
