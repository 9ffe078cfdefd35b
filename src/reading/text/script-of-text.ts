/** The languages that a script belongs to, one or several. Scripts are counted in letters. */

/**
 * The first code points of the blocks of each script. Everything between the named blocks is not counted. Source:
 * https://www.unicode.org/Public/UNIDATA/Blocks.txt
 */
const BLOCKS = [
  [0, ''], [0x41, 'latin'], [0x5b, ''], [0x61, 'latin'], [0x7b, ''], [0xc0, 'latin'], [0x250, ''], [0x370, 'el'], [0x400, 'cyrillic'],
  [0x530, 'hy'], [0x590, 'he'], [0x600, 'arabic'], [0x700, ''], [0x750, 'arabic'], [0x780, ''], [0x900, 'devanagari'], [0x980, 'bn'],
  [0xa00, 'pa'], [0xa80, 'gu'], [0xb00, ''], [0xb80, 'ta'], [0xc00, 'te'], [0xc80, 'kn'], [0xd00, 'ml'], [0xd80, 'si'], [0xe00, 'th'],
  [0xe80, 'lo'], [0xf00, 'bo'], [0x1000, 'my'], [0x10a0, 'ka'], [0x1100, 'ko'], [0x1200, 'am'], [0x1400, ''], [0x1780, 'km'],
  [0x1800, 'mn'], [0x1900, ''], [0x1e00, 'latin'], [0x1f00, 'el'], [0x2000, ''], [0x3041, 'kana'], [0x3100, ''], [0x3130, 'ko'],
  [0x3190, ''], [0x3400, 'han'], [0xa000, ''], [0xac00, 'ko'], [0xd7b0, ''], [0xf900, 'han'], [0xfb00, ''], [0xfb1d, 'he'],
  [0xfb50, 'arabic'], [0xfe00, ''], [0xfe70, 'arabic'], [0xff00, ''], [0x20000, 'han'], [0x32000, ''],
] as const; // prettier-ignore

export type ScriptName = Exclude<(typeof BLOCKS)[number][1], ''>;

/** A Chinese character carries more information than a letter of an alphabet. */
const WEIGHTS: Partial<Record<ScriptName, number>> = { han: 3, kana: 3, ko: 2 };

/** Longer texts are sampled at regular intervals. */
const ENOUGH_LETTERS = 1_000;

/** The script of most of a text; `undefined` if it has no letters. A little kana makes Chinese characters Japanese. */
export function scriptOfText(text: string): ScriptName | undefined {
  const counts = new Map<ScriptName, number>();
  let block = 0;
  const step = Math.max(1, Math.floor(text.length / ENOUGH_LETTERS));
  for (let at = 0; at < text.length; at += step) {
    const code = text.codePointAt(at) ?? 0;
    if (!isInBlock(block, code)) block = blockOf(code);
    const script = BLOCKS[block]?.[1] ?? '';
    if (script !== '') counts.set(script, (counts.get(script) ?? 0) + (WEIGHTS[script] ?? 1));
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const isJapanese = most?.[0] === 'han' && (counts.get('kana') ?? 0) > most[1] * 0.1;
  return isJapanese ? 'kana' : most?.[0];
}

function isInBlock(block: number, code: number): boolean {
  return (BLOCKS[block]?.[0] ?? 0) <= code && code < (BLOCKS[block + 1]?.[0] ?? Infinity);
}

function blockOf(code: number): number {
  let first = 0;
  let end: number = BLOCKS.length;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if ((BLOCKS[middle]?.[0] ?? 0) <= code) first = middle;
    else end = middle;
  }
  return first;
}

/** Characters of everyday words: in the form used in the mainland, and in that used in Taiwan and Hong Kong. */
const SIMPLIFIED = /[这们国会时为对说过发经进业动关现学来机开长东门问间无见车马产务总记设应还]/gu;
const TRADITIONAL = /[這們國會時為對說過發經進業動關現學來機開長東門問間無見車馬產務總記設應還]/gu;

/** `zh-Hans` or `zh-Hant`, depending on the characters; `zh` if none of them decides. */
export function chineseScript(text: string): string {
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  if (simplified === traditional) return 'zh';
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}
