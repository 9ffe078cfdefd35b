/**
 * What the children of an element of MathML are in a formula, in their order: tags of HTML, or of a part that is read as a whole. The
 * quote reader has a copy, because one shared file makes it too large.
 */
export const FORMULA_PARTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    msup: ['', 'sup'],
    msub: ['', 'sub'],
    msubsup: ['', 'sub', 'sup'],
    mfrac: ['mrow', 'mrow'],
    mroot: ['mrow', 'mrow'],
  }),
);
