import type { Author } from './author';
import { isSame } from './deep-equality';
import type { Register, SequenceRegister, ValueRegister } from './edits';
import {
  editSequence,
  firstSequence,
  shownSequence,
  splitTokens,
  tidySequence,
  uniteSequences,
  type SequenceForm,
} from './sequence-register';
import { editValue, firstValue, uniteValues, valuesIn } from './value-register';

/**
 * How what several people have made of a field is united. `line`, `markdown`, `list`: the words or strings of all stay; `value`: one
 * is shown, the others are kept beside it.
 */
export type FieldForm = SequenceForm | 'value';

const NO_VALUE: ValueRegister = { values: [], gone: [] };

/** The register of a field that has been as it is from the beginning. */
export function firstRegister(value: unknown, form: FieldForm): Register {
  if (form === 'value') return value === undefined ? NO_VALUE : firstValue(value);
  const tokens = splitTokens(value, form);
  return tokens.length === 0 ? { roots: [] } : firstSequence(tokens);
}

/** What the register shows; `undefined`: nothing. */
export function shownValue(register: Register, form: FieldForm): unknown {
  if (form === 'value') return valuesIn(asValues(register))[0] ?? undefined;
  return shownSequence(asSequence(register), form);
}

/** What was set at the same time as the value that is shown. */
export function otherValues(register: Register): unknown[] {
  return 'values' in register ? valuesIn(register).slice(1) : [];
}

export function uniteRegisters(one: Register, other: Register, form: FieldForm): Register {
  return form === 'value'
    ? uniteValues(asValues(one), asValues(other))
    : uniteSequences(asSequence(one), asSequence(other));
}

export function editRegister(register: Register, value: unknown, form: FieldForm, author: Author): Register {
  return form === 'value'
    ? editValue(asValues(register), value ?? null, author)
    : editSequence(asSequence(register), splitTokens(value, form), form, author);
}

/** Whether the register is no more than that of a field which has been as it is from the beginning. */
export function isFirst(register: Register, value: unknown, form: FieldForm): boolean {
  return isSame(register, firstRegister(value, form));
}

/** A register as it comes from a file, in the one form in which it is stored. */
export function tidyRegister(register: Register, form: FieldForm): Register {
  return form === 'value' ? uniteValues(asValues(register), NO_VALUE) : tidySequence(asSequence(register));
}

/** A register of the other kind comes from a file that somebody has changed: it counts as empty. */
function asValues(register: Register): ValueRegister {
  return 'values' in register ? register : NO_VALUE;
}

function asSequence(register: Register): SequenceRegister {
  return 'roots' in register ? register : { roots: [] };
}
