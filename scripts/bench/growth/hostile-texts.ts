import { HOSTILE_PIECES } from './hostile-pieces.ts';

/** Texts that are not one repeated piece. */
const MADE: Readonly<Record<string, (length: number) => string>> = {
  'words, each another': (length) => fill(length, (place) => `${place.toString(36)}w `),
  'Chinese, each another': (length) =>
    fill(length, (place) => String.fromCharCode(0x4e00 + ((place * 7919) % 20_000))),
  'lines of a column': (length) =>
    fill(
      length,
      (place) => `the ministry of ports said on ${place.toString(36)} that the tariff of the har-\n`,
    ),
  'runs of backticks, each longer': (length) => fill(length, (place) => `${'`'.repeat(place + 1)} `),
  'lists in lists': (length) => fill(length, (place) => `${' '.repeat((place % 40) * 2)}- a\n`),
  'quotes in quotes': (length) => fill(length, (place) => `${'> '.repeat(place % 40)}a\n`),
  'brackets that are closed': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  'brackets, then addresses': (length) => '['.repeat(length / 2) + fill(length / 2, () => '](a)'),
  'emphasis that is closed': (length) =>
    fill(length / 2, () => '*a **b ') + fill(length / 2, () => 'c** d* '),
  'definitions, and what uses them': (length) =>
    fill(length / 2, (place) => `[a${place}]: http://a.b\n`) +
    '\n' +
    fill(length / 2, (place) => `[a${place}] `),
  'one long word, then a mark': (length) => `${'a'.repeat(length - 1)}"`,
  'one quotation mark, then spaces': (length) => `"${' '.repeat(length - 2)}a`,
  'a word, spaces, a word': (length) => `a${' '.repeat(length - 2)}b`,
  'a word, line ends, a word': (length) => `a${'\n'.repeat(length - 2)}b`,
  paragraphs: (length) => fill(length, (place) => `Paragraph ${place} says what the one before did.\n\n`),
  'paragraphs with links': (length) =>
    fill(length, (place) => `The [ministry](https://a.example/${place}) said *so* on “Tuesday”.\n\n`),
  'one paragraph with links': (length) =>
    fill(length, (place) => `The [ministry](https://a.example/${place}) said *so* on “Tuesday”. `),
  pictures: (length) => fill(length, (place) => `![a](https://a.example/${place}.png)\n\n`),
  'a table': (length) => `| a | b |\n|---|---|\n${fill(length, (place) => `| ${place} | **b** |\n`)}`,
  'a wide table': (length) =>
    fill(length, (place) => (place === 1 ? `${'|-'.repeat(60)}|\n` : `${'| words '.repeat(60)}|\n`)),
  'a list': (length) =>
    fill(
      length,
      (place) => `- Point ${place} names the [ministry](https://a.example/${place}) and *its* port.\n`,
    ),
  'a list with lists in it': (length) =>
    fill(length, (place) => `${'   '.repeat(place % 3)}1. Point ${place} of the agreement on tariffs\n`),
  'words in marks': (length) => fill(length, (place) => `*a${place}* **b** ~~c~~ \`d\` `),
};

function fill(length: number, piece: (place: number) => string): string {
  let text = '';
  for (let place = 0; text.length < length; place += 1) text += piece(place);
  return text.slice(0, length);
}

export interface HostileText {
  name: string;
  make: (length: number) => string;
}

/**
 * Texts of any length that are the worst input for some rule. Most repeat one piece: a rule that looks back or ahead from each
 * piece to all others takes four times as long for twice the text.
 */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  ...[...new Set(HOSTILE_PIECES)].map((piece) => ({
    name: JSON.stringify(piece),
    make: (length: number) => fill(length, () => piece),
  })),
  ...Object.entries(MADE).map(([name, make]) => ({ name, make })),
];
