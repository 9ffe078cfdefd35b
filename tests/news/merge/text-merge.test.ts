import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeRewriting, type TextForm } from '../../../src/news/merge/text-merge';
import { splitWords } from '../../../src/news/edits/words';
import { runsOf } from '../../property-runs';

it('is the edited text if nobody else has written', () => {
  expect(mergeRewriting('Old.', { from: 'Old.', to: 'New.' }, 'markdown')).toBe('New.');
  expect(mergeRewriting('Old.', { from: 'Old.', to: undefined }, 'markdown')).toBeUndefined();
  expect(mergeRewriting(undefined, { from: undefined, to: 'New.' }, 'markdown')).toBe('New.');
});

it('keeps what others have written if nothing was edited', () => {
  expect(mergeRewriting('Theirs.', { from: 'Old.', to: 'Old.' }, 'markdown')).toBe('Theirs.');
});

it.each<[what: string, form: TextForm, from: string, stored: string, to: string, merged: string]>([
  [
    'words of two ends of a sentence',
    'markdown',
    'Talks go on.',
    'New talks go on.',
    'Talks go on, again.',
    'New talks go on, again.',
  ],
  [
    'a word that is still being typed',
    'markdown',
    'Talks st',
    'Talks st, they say',
    'Talks stall',
    'Talks stall, they say',
  ],
  [
    'what both have added at the end',
    'markdown',
    'Talks.',
    'Talks. Theirs.',
    'Talks. Ours.',
    'Talks. Theirs. Ours.',
  ],
  [
    'a point after what the other goes on from',
    'markdown',
    'Talks',
    'Talks and on',
    'Talks.',
    'Talks. and on',
  ],
  [
    'different paragraphs',
    'markdown',
    'One.\n\nTwo.',
    'One.\n\nTwo, too.',
    'One more.\n\nTwo.',
    'One more.\n\nTwo, too.',
  ],
  ['a paragraph each', 'markdown', 'One.', 'One.\n\nTheirs.', 'One.\n\nOurs.', 'One.\n\nTheirs.\n\nOurs.'],
  [
    'the same words',
    'markdown',
    'Talks begin.\n\nEnd.',
    'Talks fail.\n\nEnd.',
    'Talks resume.\n\nEnd.',
    'Talks fail.\n\nTalks resume.\n\nEnd.',
  ],
  ['what both have written alike', 'markdown', 'Talks begin.', 'Talks fail.', 'Talks fail.', 'Talks fail.'],
  [
    'words added to what the other has deleted',
    'markdown',
    'Talks begin.',
    '',
    'Talks begin. Today.',
    'Today.',
  ],
  ['Chinese without spaces', 'markdown', '会谈开始', '今天会谈开始', '会谈开始了', '今天会谈开始了'],
  [
    'the same words of a line',
    'line',
    'Talks begin',
    'Talks fail',
    'Talks resume',
    'Talks fail / Talks resume',
  ],
  [
    'two ends of a line',
    'line',
    'Talks begin',
    'New talks begin',
    'Talks begin today',
    'New talks begin today',
  ],
  ['a line that was empty', 'line', '', 'Theirs', 'Ours', 'Theirs / Ours'],
  ['lines of a list', 'lines', 'One', 'One\nTheirs', 'One\nOurs', 'One\nTheirs\nOurs'],
])('merges %s', (_what, form, from, stored, to, merged) => {
  const absent = (text: string) => (text === '' ? undefined : text);
  expect(mergeRewriting(absent(stored), { from: absent(from), to: absent(to) }, form)).toBe(merged);
});

/** The words of one person, with the text between them. */
const written = (words: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ', ', '\n\n', '. ', '** ', '\n- ')), {
      maxLength: 6,
    })
    .map((parts) => parts.flat().join(''));
const before = fc
  .array(written(['a', 'cat', 'talks', '会谈']), { maxLength: 3 })
  .map((parts) => parts.join('').trim());

/** Edits a text up to three times: inserts some of these words, and deletes up to five letters. */
const rewritten = (from: string, words: readonly string[]) =>
  fc
    .array(fc.record({ at: fc.nat(from.length), deleted: fc.nat(5), added: written(words) }), {
      maxLength: 3,
    })
    .map((edits) =>
      edits
        .reduce(
          (text, { at, deleted, added }) => `${text.slice(0, at)} ${added} ${text.slice(at + deleted)}`,
          from,
        )
        .trim(),
    );
const bothWritten = before.chain((from) =>
  fc.record({
    from: fc.constant(from),
    theirs: rewritten(from, ['their', 'theirs', '他', 'их']),
    ours: rewritten(from, ['our', 'ours', '我', 'ق12']),
  }),
);

function wordsOf(text: string): string[] {
  return splitWords(text).filter((token) => /[\p{L}\p{N}]/u.test(token));
}

it.each<TextForm>(['markdown', 'lines', 'line'])(
  'loses no word that either side has written (%s)',
  (form) => {
    fc.assert(
      fc.property(bothWritten, ({ from, theirs, ours }) => {
        const merged = wordsOf(mergeRewriting(theirs, { from, to: ours }, form) ?? '');
        for (const text of [theirs, ours]) {
          const left = [...merged];
          const known = new Set(wordsOf(from));
          for (const word of wordsOf(text).filter((each) => !known.has(each))) {
            const place = left.indexOf(word);
            expect(place, `${word} of “${text}” in “${merged.join(' ')}”`).toBeGreaterThan(-1);
            left.splice(0, place + 1); // in the same order, too
          }
        }
      }),
      { numRuns: runsOf(1000) },
    );
  },
);

it('merges a long text that was completely rewritten without delay', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, place) => `${word}${place}`).join(' ');
  const merged = mergeRewriting(long('b'), { from: long('a'), to: long('c') }, 'markdown');
  expect(merged).toBe(`${long('b')}\n\n${long('c')}`);
});

it.each<[string, TextForm]>([
  ['word '.repeat(150_000).trim(), 'markdown'],
  ['。'.repeat(150_000), 'markdown'],
  ['。'.repeat(150_000), 'line'],
  ['word\n'.repeat(150_000).trim(), 'lines'],
])('merges both edits of a very long text (%#)', (text, form) => {
  const merged = mergeRewriting(`One ${text}`, { from: text, to: `${text} two` }, form);
  expect(merged === `One ${text} two`).toBe(true);
});
