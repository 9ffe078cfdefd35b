/** Which language a script alone tells, or between which it leaves the choice. Counted in letters. */

const SCRIPTS = {
  latin: /\p{Script=Latin}/gu, cyrillic: /\p{Script=Cyrillic}/gu, arabic: /\p{Script=Arabic}/gu,
  han: /\p{Script=Han}/gu, kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu, devanagari: /\p{Script=Devanagari}/gu, bn: /\p{Script=Bengali}/gu, el: /\p{Script=Greek}/gu,
  he: /\p{Script=Hebrew}/gu, th: /\p{Script=Thai}/gu, ka: /\p{Script=Georgian}/gu, hy: /\p{Script=Armenian}/gu,
  ta: /\p{Script=Tamil}/gu, te: /\p{Script=Telugu}/gu, gu: /\p{Script=Gujarati}/gu, pa: /\p{Script=Gurmukhi}/gu,
  kn: /\p{Script=Kannada}/gu, ml: /\p{Script=Malayalam}/gu, si: /\p{Script=Sinhala}/gu, km: /\p{Script=Khmer}/gu,
  my: /\p{Script=Myanmar}/gu, lo: /\p{Script=Lao}/gu, am: /\p{Script=Ethiopic}/gu, bo: /\p{Script=Tibetan}/gu, 
  mn: /\p{Script=Mongolian}/gu,
} as const; // prettier-ignore

export type ScriptName = keyof typeof SCRIPTS;

/** A Chinese character says more than a letter of an alphabet. */
const WEIGHTS: Partial<Record<ScriptName, number>> = { han: 3, kana: 3, ko: 2 };

/** The script that most of a text is in; `undefined` where it has no letters. A little kana makes Chinese characters Japanese. */
export function scriptOfText(text: string): ScriptName | undefined {
  const counts = Object.entries(SCRIPTS).map(([name, letters]) => ({
    name: name as ScriptName,
    count: (text.match(letters)?.length ?? 0) * (WEIGHTS[name as ScriptName] ?? 1),
  }));
  const most = counts.reduce((best, script) => (script.count > best.count ? script : best));
  if (most.count === 0) return undefined;
  const kana = counts.find(({ name }) => name === 'kana')?.count ?? 0;
  return most.name === 'han' && kana > most.count * 0.1 ? 'kana' : most.name;
}

/** Characters of everyday words: as they are written in the mainland, and as in Taiwan and Hong Kong. */
const SIMPLIFIED =
  /[这们国会时为对说过发经进业动关现学来机开长东门问间无见车马贸产务济战总书记设应该还没让认论议级约]/gu;
const TRADITIONAL =
  /[這們國會時為對說過發經進業動關現學來機開長東門問間無見車馬貿產務濟戰總書記設應該還沒讓認論議級約]/gu;

/** `zh-Hans` or `zh-Hant`, by what the characters are; `zh` where none of them tells. */
export function chineseScript(text: string): string {
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  if (simplified === traditional) return 'zh';
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}
