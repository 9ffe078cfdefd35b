import type { Nodes } from 'hast';
import type { Handle } from 'hast-util-to-mdast';

/**
 * Writes a formula in one line of text: fractions as `a/b`, roots as `√x`, superscripts and subscripts with Unicode characters
 * (`10⁶`, `CO₂`), or as `x^(n+1)` where these do not exist.
 */

const SUPERSCRIPT = new Map(zip('0123456789+-−–=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾'));
const SUBSCRIPT = new Map(zip('0123456789+-−–=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎'));

function zip(from: string, to: string): [string, string][] {
  return Array.from(from, (character, at) => [character, to.charAt(at)]);
}

/** Returns `undefined` if a character has no superscript form. */
export function superscriptOf(text: string): string | undefined {
  return written(text, SUPERSCRIPT);
}

/** Returns `undefined` if a character has no subscript form. */
export function subscriptOf(text: string): string | undefined {
  return written(text, SUBSCRIPT);
}

function written(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  const characters = Array.from(text, (character) => forms.get(character));
  return characters.length === 0 || characters.includes(undefined) ? undefined : characters.join('');
}

/** Writes an exponent so that a reader cannot mistake it for a factor or a digit: `²`, or `^(n+1)`. */
export function writeExponent(text: string): string {
  return superscriptOf(text) ?? `^${grouped(text)}`;
}

/** The text of MathML, or of an element within it. */
export function formulaText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map(formulaText); // once each: twice would double the time with each level
  const text = parts.join('');
  if (node.type !== 'element') return text;
  const elements = parts.filter((_, at) => node.children[at]?.type === 'element').map((part) => part.trim());
  const [first = '', second = ''] = elements;
  if (/^m(?:frac|root)$/u.test(node.tagName) && elements.length !== 2) return text; // not a formula of MathML
  switch (node.tagName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(text.trim())}`;
    case 'mroot':
      return rootOf(grouped(first), second);
    case 'sup':
      return writeExponent(text.trim());
    case 'sub':
      return subscriptOf(text.trim()) ?? text;
    default:
      return text;
  }
}

export const formula: Handle = (_, node) => ({ type: 'text', value: formulaText(node) });

function rootOf(radicand: string, degree: string): string {
  if (degree === '3' || degree === '4') return (degree === '3' ? '∛' : '∜') + radicand;
  return `${radicand}^(1/${grouped(degree)})`;
}

/** Adds brackets if there is more than one letter or number. */
function grouped(text: string): string {
  return /^(?:\p{L}|[\p{N}.,]+)$/u.test(text) ? text : `(${text})`;
}
