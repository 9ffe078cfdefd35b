/** Where a word stands in a text, in code units. */
export interface WordSpan {
  start: number;
  end: number;
}

/** Finds words without spaces too (Chinese, Japanese, Thai), whatever the locale: that is done by dictionary. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** V8 copies the text anew for each segment that it gives, so that a long text is segmented a stretch at a time. */
const STRETCH = 500;

/** The words of a text, in order. A word longer than 500 code units comes in parts. */
export function* wordSpans(text: string): Generator<WordSpan, undefined> {
  let from = 0;
  while (from < text.length) {
    const segments = [...segmenter.segment(text.slice(from, from + STRETCH))];
    // The last one may go on behind the stretch: the next begins with it.
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
