import type { Nodes } from 'hast';
import type { Handle } from 'hast-util-to-mdast';

/**
 * A formula in one line of text: fractions as `a/b`, roots as `√x`, and what is raised or lowered with characters that have
 * the meaning (`10⁶`, `CO₂`) or else as `x^(n+1)`.
 */

const SUPERSCRIPT = new Map(zip('0123456789+-−–=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾'));
const SUBSCRIPT = new Map(zip('0123456789+-−–=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎'));

function zip(from: string, to: string): [string, string][] {
  return Array.from(from, (character, at) => [character, to.charAt(at)]);
}

/** `undefined` where not every character has a raised form. */
export function raised(text: string): string | undefined {
  return written(text, SUPERSCRIPT);
}

/** `undefined` where not every character has a lowered form. */
export function lowered(text: string): string | undefined {
  return written(text, SUBSCRIPT);
}

function written(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  const characters = Array.from(text, (character) => forms.get(character));
  return characters.length === 0 || characters.includes(undefined) ? undefined : characters.join('');
}

/** What is raised, where a reader would take it for a factor or a digit if it were not. */
export function power(text: string): string {
  return raised(text) ?? `^${grouped(text)}`;
}

export function formulaText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map(formulaText).join('');
  if (node.type !== 'element') return text;
  const [first = '', second = ''] = node.children
    .filter(({ type }) => type === 'element')
    .map((part) => formulaText(part).trim());
  switch (node.tagName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(text.trim())}`;
    case 'mroot':
      return rootOf(grouped(first), second);
    case 'sup':
      return power(text.trim());
    case 'sub':
      return lowered(text.trim()) ?? text;
    default:
      return text;
  }
}

export const formula: Handle = (_, node) => ({ type: 'text', value: formulaText(node) });

function rootOf(radicand: string, degree: string): string {
  if (degree === '3' || degree === '4') return (degree === '3' ? '∛' : '∜') + radicand;
  return `${radicand}^(1/${grouped(degree)})`;
}

/** In brackets where it is more than one letter or number. */
function grouped(text: string): string {
  return /^(?:\p{L}|[\p{N}.,]+)$/u.test(text) ? text : `(${text})`;
}
