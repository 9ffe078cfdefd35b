import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteFromPlainText } from '../../src/quotes/quote-of-passage';
import { markdownFromPdfText } from '../../src/quotes/pasted-quote';
import { paragraphsFromPdf } from '../../src/quotes/pdf-text';

const lines = (...text: string[]) => text.join('\n');

describe('text copied from a PDF', () => {
  it.each([
    [
      'has its lines joined to paragraphs',
      lines(
        'The two sides met for the first time since autumn, and both',
        'said that the talks on the harbour would go on in spring. A',
        'date was not named.',
        'Observers had expected less. The minister of trade, who led',
        'the delegation, spoke of a beginning.',
      ),
      lines(
        'The two sides met for the first time since autumn, and both said that the talks on the harbour would go on in spring. A date was not named.',
        'Observers had expected less. The minister of trade, who led the delegation, spoke of a beginning.',
      ),
    ],
    [
      'has words whole that a line had cut',
      lines(
        'The committee has long been of the view that inter-',
        'national rules are the only ones that will hold in the har-',
        'bours of the north.',
      ),
      'The committee has long been of the view that international rules are the only ones that will hold in the harbours of the north.',
    ],
    [
      'keeps the hyphens that words have',
      lines(
        'A long-term plan was made, and it was a plan for a long-',
        'term future of self-',
        'governed ports, of twenty-',
        'two of them, and of a state-of-the-',
        'art harbour in the Russia-',
        'Mervia strait.',
      ),
      'A long-term plan was made, and it was a plan for a long-term future of self-governed ports, of twenty-two of them, and of a state-of-the-art harbour in the Russia-Mervia strait.',
    ],
    [
      'has letters that were drawn as one apart',
      'The ﬁrst oﬃce of the ﬂeet',
      'The first office of the fleet',
    ],
    [
      'loses a page number and the running head in a sentence',
      lines(
        'The committee has been of the view for many years that the',
        '12',
        'Harbour Policy Review 2023',
        'rules of the sea are the only ones that will hold, and that',
        'no others should be made.',
      ),
      'The committee has been of the view for many years that the rules of the sea are the only ones that will hold, and that no others should be made.',
    ],
    [
      'loses heads that come again, with their numbers',
      lines(
        'The committee has been of the view for many years that the',
        'rules of the sea hold.',
        '12 | Harbour Policy Review',
        'A second paragraph begins on the next page of the report and',
        'it ends there.',
        '13 | Harbour Policy Review',
        'A third one is the last that we have copied from the report,',
        'and no more.',
      ),
      lines(
        'The committee has been of the view for many years that the rules of the sea hold.',
        'A second paragraph begins on the next page of the report and it ends there.',
        'A third one is the last that we have copied from the report, and no more.',
      ),
    ],
    [
      'keeps the marks of notes, in the line and raised above it',
      lines(
        'The committee has been of the view for many years,12 that the',
        'rules of the sea are the ones that hold.13 It was not',
        '14',
        'alone.',
        'Others have said the same thing since, and at greater length',
        'than we can here.',
      ),
      lines(
        'The committee has been of the view for many years,12 that the rules of the sea are the ones that hold.13 It was not14 alone. Others have said the same thing since, and at greater length than we can here.',
      ),
    ],
    [
      'keeps the points of a list apart',
      lines(
        'The committee has three things to say to the members of the',
        'board of the harbour:',
        '• that the rules of the sea are the only ones that will hold',
        'in the north;',
        '• that no others should be made.',
      ),
      lines(
        'The committee has three things to say to the members of the board of the harbour:',
        '• that the rules of the sea are the only ones that will hold in the north;',
        '• that no others should be made.',
      ),
    ],
    [
      'is joined without spaces in Chinese',
      lines(
        '双方自去年秋天以来首次会晤，并就港口问题交换了意见，会',
        '谈将于明年春天继续举行，具体日期尚未确定，但双方表示将',
        '保持联系。',
      ),
      '双方自去年秋天以来首次会晤，并就港口问题交换了意见，会谈将于明年春天继续举行，具体日期尚未确定，但双方表示将保持联系。',
    ],
    [
      'is joined in Russian',
      lines(
        'Стороны встретились впервые с осени и заявили, что перего-',
        'воры о гавани будут продолжены весной. Дата пока не назначе-',
        'на.',
      ),
      'Стороны встретились впервые с осени и заявили, что переговоры о гавани будут продолжены весной. Дата пока не назначена.',
    ],
  ])('%s', (_, copied, expected) => {
    expect(paragraphsFromPdf(copied)).toBe(expected);
  });
});

describe('text that was not set in a column', () => {
  it.each([
    ['of one paragraph', 'The two sides met. They said little.'],
    [
      'of paragraphs, each a line',
      `${'The two sides met for a long time and said little. '.repeat(5)}\nThen they parted.`,
    ],
    ['of a poem', lines('The ships come in,', 'the ships go out,', 'and no one asks', 'what it is about.')],
    ['of a list', lines('12 ships', '7 ports', '3 ministers', '1 harbour')],
    [
      'of short sentences',
      lines('They met in the harbour of Mervia.', 'They said very little there.', 'They parted.'),
    ],
  ])('stays: %s', (_, text) => {
    expect(paragraphsFromPdf(text)).toBe(text);
  });
});

it('is what a plain quote is made of', () => {
  const copied = lines(
    'The committee has long been of the view that inter\u00AD',
    'national rules are the ﬁrst ones that will hold.',
  );
  expect(quoteFromPlainText(copied, 'a').markdown).toBe(
    'The committee has long been of the view that international rules are the first ones that will hold.',
  );
});

const words = fc.array(
  fc.constantFrom('harbour', 'talks', 'of', 'the', 'rules', 'sea', 'committee', 'held', 'a', 'since'),
  { minLength: 30, maxLength: 90 },
);

/** Sets words in lines of a width, as a column does. */
function setInColumn(text: string, width: number): string[] {
  const set: string[] = [];
  for (const word of text.split(' ')) {
    const last = set.at(-1);
    if (last !== undefined && last.length + word.length < width) set.splice(-1, 1, `${last} ${word}`);
    else set.push(word);
  }
  return set;
}

it('is what it was before it was set, where the last lines are short', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 45, max: 100 }),
      (drawn, width) => {
        const paragraphs = drawn.map((each) => `The ${each.join(' ')}.`);
        const set = paragraphs.map((paragraph) => setInColumn(paragraph, width));
        fc.pre(set.every((column) => (column.at(-1)?.length ?? 0) < width * 0.6));
        expect(paragraphsFromPdf(set.flat().join('\n'))).toBe(paragraphs.join('\n'));
      },
    ),
  );
});

it('loses and merges no word, however it is set', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 45, max: 100 }), (drawn, width) => {
      const text = `The ${drawn.join(' ')}.`;
      expect(paragraphsFromPdf(setInColumn(text, width).join('\n')).split(/\s+/u)).toEqual(text.split(' '));
    }),
  );
});

it('is what it was before words were cut at the ends of lines', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 45, max: 80 }),
      fc.constantFrom('-', '\u00AD', '\u2010'),
      (drawn, width, hyphen) => {
        const text = `The ${drawn.join(' ')}.`;
        expect(paragraphsFromPdf(cutInColumn(text, width, hyphen).join('\n'))).toBe(text);
      },
    ),
  );
});

it('is joined in Chinese without a space, however it is set', () => {
  const characters = fc.array(
    fc.constantFrom('双', '方', '去', '年', '秋', '天', '首', '次', '会', '晤', '港', '口', '问', '题', '，'),
    {
      minLength: 60,
      maxLength: 200,
    },
  );
  fc.assert(
    fc.property(characters, fc.integer({ min: 20, max: 45 }), (drawn, width) => {
      const text = `会${drawn.join('')}。`;
      const lines = text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
      fc.pre(new Set(lines).size === lines.length);
      expect(paragraphsFromPdf(lines.join('\n'))).toBe(text);
    }),
  );
});

/** Sets words as `setInColumn`, and cuts `committee` in two where it does not fit. */
function cutInColumn(text: string, width: number, hyphen: string): string[] {
  const set: string[] = [];
  for (const word of text.split(' ')) {
    const last = set.at(-1);
    if (last !== undefined && last.length + word.length < width) set.splice(-1, 1, `${last} ${word}`);
    else if (last !== undefined && word.startsWith('committee') && last.length + 6 < width)
      set.splice(-1, 1, `${last} com${hyphen}`, `mittee${word.slice(9)}`);
    else set.push(word);
  }
  return set;
}

it('never throws, gives nothing twice, and keeps the letters of each line that it keeps in order', () => {
  const line = fc.oneof(
    fc.constantFrom('12', '', 'Harbour Policy 2023', 'inter-', 'national', '• one', 'the end.'),
    fc.string({
      maxLength: 50,
      unit: fc.constantFrom(
        'a',
        'B',
        '-',
        '\u00AD',
        ' ',
        '\f',
        '\r',
        '1',
        '12',
        'ﬁ',
        '会',
        '。',
        '.',
        'ا',
        '\uD800',
        '•',
        '—',
      ),
    }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (drawn) => {
      const text = drawn.join('\n');
      const bare = (some: string) => some.replace(/[ﬀ-ﬆ]/gu, 'ﬁ'.normalize('NFKC')).replace(/[^\p{L}]/gu, '');
      let at = 0;
      const letters = bare(text);
      const areKept = Array.from(bare(paragraphsFromPdf(text))).every((letter) => {
        at = letters.indexOf(letter, at) + 1;
        return at > 0;
      });
      expect(areKept).toBe(true);
    }),
  );
});

describe('text that is pasted into a quote', () => {
  const column = lines(
    'The committee has long been of the view that inter-',
    'national rules*12 are the ones that hold in the north.',
  );

  it('is paragraphs, its signs as they are', () => {
    expect(markdownFromPdfText(column)).toBe(
      'The committee has long been of the view that international rules\\*12 are the ones that hold in the north.',
    );
  });

  it.each([
    ['short', 'The ships come in,\nthe ships go out.'],
    ['written as Markdown', column.replace('committee', '**committee**')],
  ])('is taken as it comes where it is %s', (_, text) => {
    expect(markdownFromPdfText(text)).toBeUndefined();
  });
});
