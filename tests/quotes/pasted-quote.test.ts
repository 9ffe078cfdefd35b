import { describe, expect, it } from 'vitest';
import { markdownFromPdfText } from '../../src/quotes/pasted-quote';

describe('text that is pasted into a quote', () => {
  const column =
    'The committee has long been of the view that inter-\nnational rules*12 are the ones that hold in the north.';

  it('becomes paragraphs, with its characters unchanged', () => {
    expect(markdownFromPdfText(column)).toBe(
      'The committee has long been of the view that international rules\\*12 are the ones that hold in the north.',
    );
  });

  it.each([
    ['short', 'The ships come in,\nthe ships go out.'],
    ['written as Markdown', column.replace('committee', '**committee**')],
  ])('is inserted unchanged if it is %s', (_, text) => {
    expect(markdownFromPdfText(text)).toBeUndefined();
  });
});
