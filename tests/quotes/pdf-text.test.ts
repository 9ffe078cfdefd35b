import { describe, expect, it } from 'vitest';
import { quoteFromPlainText } from '../../src/quotes/quote-of-passage';
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
  ])('stays unchanged: %s', (_, text) => {
    expect(paragraphsFromPdf(text)).toBe(text);
  });
});

it('becomes a plain quote', () => {
  const copied = lines(
    'The committee has long been of the view that inter\u00AD',
    'national rules are the ﬁrst ones that will hold.',
  );
  expect(quoteFromPlainText(copied, 'a').markdown).toBe(
    'The committee has long been of the view that international rules are the first ones that will hold.',
  );
});
