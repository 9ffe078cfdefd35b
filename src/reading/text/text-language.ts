import { LETTER } from './unicode-letters';
import { chineseScript, scriptOfText, type ScriptName } from './script-of-text';

/**
 * The most frequent short words of languages that share a script, first those that similar languages do not have. Compiled from
 * general knowledge; any paragraph contains enough of them.
 */
const SMALL_WORDS: Partial<Record<ScriptName, Readonly<Record<string, string>>>> = {
  latin: {
    en: 'the of and to in that is was for with as on it by',
    de: 'der die und das ist nicht mit den von zu ein eine',
    fr: 'le la les et des est une dans pour que qui sur',
    es: 'el la los las y que en una por con del se',
    pt: 'o os as e que em uma não com da do das',
    it: 'il di che e la per un non con del',
    ca: 'els les i que amb per una és del dels',
    ro: 'și în de la cu pe este care din nu',
    nl: 'de het een van en in is dat op te',
    sv: 'och att det som en på är för av med',
    da: 'og det at en den til er på med af',
    no: 'og det som en på er for av med den',
    fi: 'ja on ei se että oli hän joka myös mutta',
    et: 'ja on ei et see kui oma ka ta oli',
    hu: 'a az és hogy nem is egy van volt meg',
    pl: 'i w na z do się nie że jest to',
    cs: 'a se v na je že s z do to',
    sk: 'a sa v na je že s z do to',
    sl: 'in je na se v da za so ki pa',
    hr: 'i je u na se da su za od s',
    sq: 'të e në dhe për një me që nga është',
    lt: 'ir kad į su yra tai iš bet kaip buvo',
    lv: 'un ir ka ar no par uz kas to bet',
    tr: 've bir bu için ile de da olarak olan daha',
    az: 'və bir bu üçün ilə də da olan ki isə',
    uz: 'va bu bilan uchun ham bir deb qilish bo‘lgan uning',
    id: 'yang dan di itu dengan untuk dari pada ini tidak',
    vi: 'và của là có trong được cho không một các',
    sw: 'ya na wa kwa ni katika la za cha kuwa',
  },
  cyrillic: {
    ru: 'и в не на что с по как это он его из для от',
    uk: 'і в не на що з та як це він його для до',
    be: 'і ў не на што з як гэта ён яго',
    bg: 'и в на да за се от е с не че по',
    sr: 'и је у на да се за су од са',
    mk: 'и во на да се за од е со не',
    kk: 'және бұл бір үшін мен деп де да бар туралы',
    ky: 'жана бул бир үчүн менен деп да бар тууралуу болуп',
    tg: 'ва дар аз ба ки бо ин барои аст ҳам',
    uz: 'ва бу билан учун ҳам бир деб бўлган унинг',
    mn: 'нь бол юм энэ байна гэж тухай ба',
  },
  arabic: {
    ar: 'في من على أن إلى التي عن مع هذا الذي',
    fa: 'و در به از که این را با است برای',
    ur: 'کے کی میں ہے اور سے کا کو نے پر',
    ps: 'د په چې او له دی کې ته سره',
    ku: 'لە بە و کە بۆ ئەو ئەم لەگەڵ',
  },
  devanagari: {
    hi: 'के में की है और से का को ने पर',
  },
}; // prettier-ignore

const WORDS = new RegExp(`(?:${LETTER}|‘)+`, 'gu');
/** With a lower share of short words, a text is a list of names, or in a language that is not listed here. */
const LEAST_SHARE = 0.08;
/** The advantage of the declared language over similar ones. */
const DECLARED = 0.02;

/**
 * The language of a text, as a BCP 47 tag: `en`, `zh-Hans`. `undefined` if the text is too short or ambiguous.
 * @param declared the language that the page declares, which decides between similar languages
 */
export function languageOfText(text: string, declared?: string): string | undefined {
  const script = scriptOfText(text);
  if (script === undefined) return undefined;
  if (script === 'han') return chineseScript(text);
  if (script === 'kana') return 'ja';
  return SMALL_WORDS[script] === undefined ? script : languageBySmallWords(text, script, declared);
}

function languageBySmallWords(text: string, script: ScriptName, declared?: string): string | undefined {
  const words = text.toLowerCase().match(WORDS) ?? [];
  if (words.length < 12) return undefined;
  const smallWords = Object.entries(SMALL_WORDS[script] ?? {});
  const tagsOf = new Map<string, string[]>();
  for (const [tag, small] of smallWords)
    for (const word of small.split(' ')) tagsOf.set(word, [...(tagsOf.get(word) ?? []), tag]);

  const counts = new Map(smallWords.map(([tag]) => [tag, tag === declared ? DECLARED * words.length : 0]));
  for (const word of words)
    for (const tag of tagsOf.get(word) ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined || best[1] < LEAST_SHARE * words.length ? undefined : best[0];
}
