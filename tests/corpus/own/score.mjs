/** The scorer of this corpus: an answer for a page against what the page says, each measure from 0 to 1. */

/** @param text compared by its letters and digits, whatever their case */
const keyOf = (text = '') =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const isSame = (one, other) => (keyOf(one) === keyOf(other) ? 1 : 0);

/** The harmonic mean of the shares of given and of known names that stand on the other side. */
function scoreNames(given, known) {
  if (known.length === 0) return given.length === 0 ? 1 : 0;
  const found = given.filter((name) => known.some((other) => isSame(name, other))).length;
  return (2 * found) / (given.length + known.length);
}

export function scoreOne(truth, answer) {
  const { headline, outlet, outletAliases = [], authors, datePublished = '', dek, lang = '' } = truth;
  return {
    headExact: isSame(answer.headline, headline),
    outlet: [outlet, ...outletAliases].some((name) => isSame(answer.outlet, name)) ? 1 : 0,
    date: (answer.datePublished ?? '').slice(0, 10) === datePublished.slice(0, 10) ? 1 : 0,
    lang: (answer.lang ?? '').slice(0, 2) === lang.slice(0, 2) ? 1 : 0,
    ...(authors && { authors: scoreNames(answer.authors ?? [], authors) }),
    ...(dek !== '' && { dekF1: isSame(answer.dek, dek) }),
    ...(dek === '' && { inventedDek: answer.dek === undefined ? 0 : 1 }),
  };
}
