import type { Author } from './author';
import { isSame } from './deep-equality';
import type { Register, SequenceRegister, ValueRegister } from './edits';
import {
  editSequence,
  firstSequence,
  shownSequence,
  tidySequence,
  mergeSequences,
} from './sequence-register';
import { splitTokens, type SequenceForm } from './shown-tokens';
import { editValue, firstValue, mergeValues, valuesIn } from './value-register';

/**
 * How edits of a field by several people are merged. `line`, `markdown`, `list`: the words or strings of all of them are kept.
 * `value`: one value is shown, and the others are kept beside it.
 */
export type FieldForm = SequenceForm | 'value';

const NO_VALUE: ValueRegister = { values: [], gone: [] };

/** The texts that registers were made from, so that a long text is not composed again of its words at each edit. */
const firstTexts = new WeakMap<Register, string>();

/** The register of a field that has never been edited. */
export function firstRegister(value: unknown, form: FieldForm): Register {
  if (form === 'value') return value === undefined ? NO_VALUE : firstValue(value);
  const tokens = splitTokens(value, form);
  if (tokens.length === 0) return { roots: [] };
  const register = firstSequence(tokens);
  if (typeof value === 'string') firstTexts.set(register, value);
  return register;
}

/** The value that the register shows; `undefined` if it has none. */
export function shownValue(register: Register, form: FieldForm): unknown {
  if (form === 'value') return valuesIn(asValues(register))[0] ?? undefined;
  return firstTexts.get(register) ?? shownSequence(asSequence(register), form);
}

/** The values that were set at the same time as the shown one. */
export function otherValues(register: Register): unknown[] {
  return 'values' in register ? valuesIn(register).slice(1) : [];
}

export function mergeRegisters(one: Register, other: Register, form: FieldForm): Register {
  return form === 'value'
    ? mergeValues(asValues(one), asValues(other))
    : mergeSequences(asSequence(one), asSequence(other));
}

export function editRegister(register: Register, value: unknown, form: FieldForm, author: Author): Register {
  return form === 'value'
    ? editValue(asValues(register), value ?? null, author)
    : editSequence(asSequence(register), splitTokens(value, form), form, author);
}

/** Whether the register equals that of a field that has never been edited. */
export function isFirst(register: Register, value: unknown, form: FieldForm): boolean {
  if (
    'roots' in register &&
    (register.roots.length > 1 || register.roots.some(({ runs }) => runs.length > 1))
  )
    return false;
  const text = form === 'value' ? undefined : firstTexts.get(register);
  return (text !== undefined && text === value) || isSame(register, firstRegister(value, form));
}

/** Puts a register that came from a file into the form in which it is stored. */
export function tidyRegister(register: Register, form: FieldForm): Register {
  return form === 'value' ? mergeValues(asValues(register), NO_VALUE) : tidySequence(asSequence(register));
}

/** A register of the wrong kind comes from an edited file and counts as empty. */
function asValues(register: Register): ValueRegister {
  return 'values' in register ? register : NO_VALUE;
}

function asSequence(register: Register): SequenceRegister {
  return 'roots' in register ? register : { roots: [] };
}
