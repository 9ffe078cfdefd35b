/** Scripts whose letters are written together in names (UTS 39, "Highly Restrictive"). */
const TOGETHER = [
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]*$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hangul}]*$/u,
];
/** Cyrillic letters that look like Latin ones: Chromium shows a host of nothing else in Punycode (IDN in Google Chrome, "Whole-script confusables"). */
const LIKE_LATIN = /^[асԁеһіјӏорԛѕԝхуъЬҽпгѵѡ\d-]+$/iu;

/** Whether the letters of a host imitate those of another: `nуtimes.com` with a Cyrillic у, or `аррӏе.com` in Cyrillic alone. */
export function isLookalikeHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  const isLatin = /^[a-z]+$/u.test(labels.at(-1) ?? '');
  return labels.some(
    (label) => isMixed(label) || (isLatin && /\p{L}/u.test(label) && LIKE_LATIN.test(label)),
  );
}

function isMixed(label: string): boolean {
  const letters = label.replace(/[^\p{L}]|\p{Script=Common}/gu, '');
  return /\p{Script=Latin}/u.test(letters) && !TOGETHER.some((scripts) => scripts.test(letters));
}
