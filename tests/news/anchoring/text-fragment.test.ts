import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextQuoteSelector } from '../../../src/news/selector';
import { textFragmentFinder } from '../../../src/news/anchoring/text-fragment';
import { runsOf } from '../../property-runs';

/** The selector that a page makes for its lines, which are joined without separators. */
function select(lines: readonly string[], start: number, end: number): TextQuoteSelector {
  const page = lines.join('');
  return {
    exact: page.slice(start, end),
    prefix: page.slice(Math.max(0, start - 64), start),
    suffix: page.slice(end, end + 64),
  };
}

function find(lines: readonly string[], words: string, from = 0): string | undefined {
  const page = lines.join('');
  const start = page.indexOf(words, from);
  return textFragmentFinder(lines)(select(lines, start, start + words.length));
}

const ENGLISH = [
  'The port said so.',
  'The ministers, who met on Tuesday, agreed to go on with the talks – in a well-known form – until spring & beyond.',
  'The port said so again. Nobody named a figure, and nobody will.',
];
const CHINESE = [
  '里海三港将实行统一运价，运价自三月起施行。',
  '运价自三月起施行，为期一年，由三港共同公布。',
];

describe('a quote is shown in its article', () => {
  test.each([
    ['by its words where they are few', ENGLISH, 'named a figure', ':~:text=named%20a%20figure'],
    [
      'by the words at both ends where they are many',
      ENGLISH,
      'The ministers, who met on Tuesday, agreed to go on with the talks',
      ':~:text=The%20ministers%2C%20who%20met,on%20with%20the%20talks',
    ],
    [
      'with hyphens and ampersands encoded',
      ENGLISH,
      'well-known form – until spring & beyond',
      ':~:text=well%2Dknown%20form%20%E2%80%93%20until%20spring%20%26%20beyond',
    ],
    [
      'over several paragraphs',
      ENGLISH,
      ENGLISH.slice(1).join(''),
      ':~:text=The%20ministers%2C%20who%20met,figure%2C%20and%20nobody%20will',
    ],
    ['with a word before it where it stands twice', ENGLISH, 'so again', ':~:text=so%20again'],
    ['without half a word at its ends', ENGLISH, 'amed a figure, a', ':~:text=a%20figure'],
  ])('%s', (_, lines, words, fragment) => {
    expect(find(lines, words)).toBe(fragment);
  });

  test('with the words before or after it if its words occur twice', () => {
    expect(find(ENGLISH, 'The port said', 30)).toBe(':~:text=The%20port%20said,-so%20again');
    expect(find(ENGLISH, 'nobody')).toBe(':~:text=and-,nobody');
    expect(find(ENGLISH, 'The port said so')).toBeUndefined();
  });

  test('in Chinese from word to word, to the end of a clause if that is near', () => {
    const decoded = (words: string, from = 0) => decodeURIComponent(find(CHINESE, words, from) ?? '');
    expect(decoded('实行统一运价')).toBe(':~:text=实行统一运价');
    expect(decoded(CHINESE[1] ?? '')).toBe(':~:text=运价自三月起施行，为期一年,由三港共同公布');
    expect(decoded('运价自三月起施行', 20)).toBe(':~:text=运价自三月起施行,-，为期');
  });

  test('across a caption that the page has and the saved text lacks, by its ends', () => {
    const [first = '', second = '', third = ''] = ENGLISH;
    const exact = `${second}Ministers in May. Photo: Ada Stone${third}`;
    const shown = { exact, prefix: first, suffix: '' };
    expect(textFragmentFinder(ENGLISH)(shown)).toBe(
      ':~:text=The%20ministers%2C%20who%20met,figure%2C%20and%20nobody%20will',
    );
    expect(
      textFragmentFinder(ENGLISH)({ ...shown, exact: `Ministers of the inner sea in May. ${third}` }),
    ).toBeUndefined();
  });

  test('without invisible hyphens', () => {
    const hyphened = 'Nobody named a fig\u00ADure, and no\u200Bbody will.';
    expect(textFragmentFinder(ENGLISH)({ exact: hyphened, prefix: '', suffix: '' })).toBe(
      ':~:text=Nobody%20named%20a%20figure%2C%20and%20nobody%20will',
    );
  });

  test('not if it is missing from the page, or has no words', () => {
    const finder = textFragmentFinder(ENGLISH);
    for (const exact of ['never said', '', ' ', '–'])
      expect(finder({ exact, prefix: '', suffix: '' })).toBeUndefined();
  });
});

/**
 * Finds what a browser finds, written as simply as possible from the specification. Places are in the lines, joined by line ends.
 */
function browse(lines: readonly string[], fragment: string): { start: number; end: number }[] {
  const text = lines.join('\n');
  const bounds = new Set([text.length]);
  for (const { index } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) bounds.add(index);
  const terms = fragment.replace(':~:text=', '').split(',');
  const prefix = terms[0]?.endsWith('-') ? decodeURIComponent(terms.shift()?.slice(0, -1) ?? '') : '';
  const suffix = terms.at(-1)?.startsWith('-') ? decodeURIComponent(terms.pop()?.slice(1) ?? '') : '';
  const [first = '', last] = terms.map(decodeURIComponent);
  const found: { start: number; end: number }[] = [];
  const places = (term: string, from: number) =>
    Array.from(text, (_, at) => at).filter(
      (at) => at >= from && text.startsWith(term, at) && !term.includes('\n'),
    );
  for (const start of places(first, 0)) {
    if (!bounds.has(start) || !text.slice(0, start).trimEnd().endsWith(prefix)) continue;
    const after = start + first.length;
    const ends = last === undefined ? [after] : places(last, after).map((at) => at + last.length);
    const end = ends.find((at) => bounds.has(at) && text.slice(at).trimStart().startsWith(suffix));
    if (end !== undefined) found.push({ start, end });
  }
  return found;
}

const word = fc.constantFrom(
  ...[
    'the',
    'port',
    'Port',
    'said',
    'so',
    'well-known',
    'a,b',
    'R&D',
    '100%',
    '“no”',
    '统一',
    '运价',
    '三月，',
    'élan',
  ],
);
const line = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '')), { minLength: 1, maxLength: 14 })
  .map((words) =>
    words
      .map((each) => each.join(''))
      .join('')
      .trim(),
  );

test('a browser finds exactly that quote by it, whatever the article', () => {
  let shown = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (lines, from, length) => {
      const page = lines.join('');
      const start = from % page.length;
      const end = Math.min(page.length, start + 1 + (length % 60));
      const fragment = textFragmentFinder(lines)(select(lines, start, end));
      if (fragment === undefined) return;
      shown += 1;
      expect(fragment).toMatch(/^:~:text=(?:[^-,&]+-,)?[^-,&]+(?:,[^-,&]+)?(?:,-[^-,&]+)?$/u);
      const [place, ...others] = browse(lines, fragment);
      expect(others).toEqual([]);
      const quoted = lines.join('\n').slice(place?.start, place?.end).replaceAll('\n', '');
      expect(page.slice(start, end)).toContain(quoted);
      expect(quoted.length).toBeGreaterThan(0);
    }),
    { numRuns: runsOf(500) },
  );
  expect(shown).toBeGreaterThan(runsOf(500) / 5);
});

// An earlier version searched the text for each longer term anew, which would take hours here.
test.each(['“a” ', '中', '0', 'a'.repeat(600), '<a‹a'])(
  'one line that repeats %s is searched at once, and a quote in it that occurs once is linked to',
  (piece) => {
    const half = piece.repeat(50_000 / piece.length);
    const find = textFragmentFinder([`${half} the port said so. ${half}`]);
    expect(find({ exact: half.slice(0, 9_000), prefix: '', suffix: '' })).toBeUndefined();
    expect(find({ exact: 'the port said so', prefix: half.slice(-30), suffix: '. ' })).toBe(
      ':~:text=the%20port%20said%20so',
    );
  },
);
