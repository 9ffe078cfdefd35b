import type { Element, Parents } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { PhrasingContent } from 'mdast';
import { formulaText, subscriptOf, superscriptOf, writeExponent } from './formula';

/**
 * Markdown has no superscript and subscript, so they are written with characters of that meaning: a footnote mark as `[13]`, an
 * exponent as `10⁶` or `3^(1/2)`, a formula as `CO₂`. Everything else (`20th`, `™`) reads correctly as it is.
 */

/** One or more note numbers: `13`, `1,2`, `3–5`. */
const NOTE = /^\d{1,3}(?:\s*[,–-]\s*\d{1,3})*$/u;
/** What a number after it can be an exponent of: a digit, a bracket, a unit or a single letter. */
const BASE = /(?:[\d)₀-₉]|(?<!\p{L})(?:\p{L}|[kcmdnμµ]m|ft|in|mi|yd|mc))$/u;
/** Scripts without spaces between words, whose letters are not symbols. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/** Superscripts after a number or a letter that are exponents and cannot be ordinals: `1/2`, `n`, `2x−1`. */
const EXPONENT = /^(?=.*[\d+\-−/*]|.$)(?!.*\p{L}\p{L})[\d.()+\-−/*·\sijknpqxyz]+$/u;

export const sup: Handle = (state, node, parent) => {
  const children = state.all(node) as PhrasingContent[];
  const text = node.children.map(formulaText).join('').trim();
  const before = textBefore(node, parent);
  const link = linkOf(node, parent);
  const isExponent = link === undefined && BASE.test(before) && !UNSPACED.test(before);
  if (NOTE.test(text) && (!isExponent || text.includes(','))) {
    const mark: PhrasingContent = { type: 'text', value: `[${text}]` };
    const url = link?.properties.href;
    return typeof url === 'string' && link !== parent ? { type: 'link', url, children: [mark] } : mark;
  }
  const value = superscriptOf(text) ?? (isExponent && EXPONENT.test(text) ? writeExponent(text) : undefined);
  return value === undefined ? children : { type: 'text', value };
};

export const sub: Handle = (state, node) => {
  const value = subscriptOf(node.children.map(formulaText).join('').trim());
  return value === undefined ? state.all(node) : { type: 'text', value };
};

/** The link that a mark is, or is inside. A link within the page has no address here. */
function linkOf(node: Element, parent: Parents | undefined): Element | undefined {
  if (parent?.type === 'element' && parent.tagName === 'a') return parent;
  return node.children.find((child) => child.type === 'element' && child.tagName === 'a') as
    Element | undefined;
}

function textBefore(node: Element, parent: Parents | undefined): string {
  const before = parent?.children[parent.children.indexOf(node) - 1];
  return before === undefined ? '' : formulaText(before);
}
