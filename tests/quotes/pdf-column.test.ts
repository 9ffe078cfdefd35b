import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsFromPdf } from '../../src/quotes/pdf-text';

const words = fc.array(
  fc.constantFrom('harbour', 'talks', 'of', 'the', 'rules', 'sea', 'committee', 'held', 'a', 'since'),
  { minLength: 30, maxLength: 90 },
);

/** Breaks words into lines of a width, as in a column. */
function setInColumn(text: string, width: number): string[] {
  const set: string[] = [];
  for (const word of text.split(' ')) {
    const last = set.at(-1);
    if (last !== undefined && last.length + word.length < width) set.splice(-1, 1, `${last} ${word}`);
    else set.push(word);
  }
  return set;
}

/** Breaks words like `setInColumn`, and hyphenates `committee` where it does not fit. */
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

describe('a column of text, copied from a PDF', () => {
  it('is as it was before it was set, if the last lines are short', () => {
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

  it('is as it was before words were hyphenated', () => {
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
      fc.constantFrom(
        '双',
        '方',
        '去',
        '年',
        '秋',
        '天',
        '首',
        '次',
        '会',
        '晤',
        '港',
        '口',
        '问',
        '题',
        '，',
      ),
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

  it('never throws, repeats nothing, and keeps the letters of each remaining line in order', () => {
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
        const bare = (some: string) =>
          some.replace(/[ﬀ-ﬆ]/gu, 'ﬁ'.normalize('NFKC')).replace(/[^\p{L}]/gu, '');
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
});
