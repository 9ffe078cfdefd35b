import type { Element, Nodes, Parents } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { PhrasingContent } from 'mdast';

/**
 * Markdown has no raised and lowered text, so it is written with characters that have the meaning: a footnote mark as
 * `[13]`, an exponent as `10⁶`, a formula as `CO₂`. Anything else (`20th`, `™`) reads right as it stands.
 */

const SUPERSCRIPT = new Map(zip('0123456789+-−–=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾'));
const SUBSCRIPT = new Map(zip('0123456789+-−–=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎'));

function zip(from: string, to: string): [string, string][] {
  return Array.from(from, (character, at) => [character, to.charAt(at)]);
}

/** A number or numbers, as notes are counted: `13`, `1,2`, `3–5`. */
const NOTE = /^\d{1,3}(?:\s*[,–-]\s*\d{1,3})*$/u;
/** What a number is raised above as an exponent: a digit, a bracket, a unit or a single letter. */
const BASE = /(?:[\d)]|(?<!\p{L})(?:\p{L}|[kcmdnμµ]m|ft|in|mi|yd|mc))$/u;
/** Scripts written without spaces: a letter of theirs is no symbol. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

export const sup: Handle = (state, node, parent) => {
  const children = state.all(node) as PhrasingContent[];
  const text = textOf(node).trim();
  const before = textBefore(node, parent);
  const link = linkOf(node, parent);
  const isExponent = link === undefined && BASE.test(before) && !UNSPACED.test(before);
  if (NOTE.test(text) && !isExponent) {
    const mark: PhrasingContent = { type: 'text', value: `[${text}]` };
    const url = link?.properties.href;
    return typeof url === 'string' && link !== parent ? { type: 'link', url, children: [mark] } : mark;
  }
  return written(text, SUPERSCRIPT) ?? children;
};

export const sub: Handle = (state, node) => written(textOf(node).trim(), SUBSCRIPT) ?? state.all(node);

/** `undefined` where not every character has a form of its own. */
function written(text: string, forms: ReadonlyMap<string, string>): PhrasingContent | undefined {
  const characters = Array.from(text, (character) => forms.get(character));
  return characters.length === 0 || characters.includes(undefined)
    ? undefined
    : { type: 'text', value: characters.join('') };
}

/** The link that a mark is or is in; within the page it has no address. */
function linkOf(node: Element, parent: Parents | undefined): Element | undefined {
  if (parent?.type === 'element' && parent.tagName === 'a') return parent;
  return node.children.find((child) => child.type === 'element' && child.tagName === 'a') as
    Element | undefined;
}

function textBefore(node: Element, parent: Parents | undefined): string {
  const before = parent?.children[parent.children.indexOf(node) - 1];
  return before === undefined ? '' : textOf(before);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
