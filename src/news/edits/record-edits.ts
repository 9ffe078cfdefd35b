import * as v from 'valibot';
import { newAuthor, type Author } from './author';
import { isSame } from './deep-equality';
import { printInOrder } from './ordered-json';
import { digestOf } from './digest';
import type { Edits, Register } from './edits';
import {
  editRegister,
  firstRegister,
  isFirst,
  shownValue,
  tidyRegister,
  mergeRegisters,
  type FieldForm,
} from './register';

/** The fields of a record by path. A field without a value is absent. */
export type Fields = Map<string, unknown>;

/** How the fields of one kind of record are merged. */
export interface RecordForm {
  formOf: (path: string) => FieldForm;
  /** The lists whose elements have fields of their own, such as `quotes` for `quotes/ID/markdown`. */
  parts: readonly string[];
  /** Whether two parts with the same content are shown as one. */
  hidesTwins: (list: string) => boolean;
  /** Whether editing this field keeps the part or the record, although somebody else has removed it. */
  isReasonToStay: (path: string) => boolean;
}

/** A record as merging sees it: its current fields, and the edits that led to them. */
export interface EditedFields {
  fields: Fields;
  edits: Edits | undefined;
}

type Registers = Map<string, Register>;

/** The path that records the removal of a part, or of the record itself. */
const REMOVED = 'removed';

/** Records the change that somebody has made from `before` to `fields`. */
export function editFields(
  before: EditedFields,
  fields: Fields,
  form: RecordForm,
  author: Author,
): EditedFields {
  const registers = registersOf(before, form);
  for (const list of form.parts) removeParts(registers, before.fields, fields, { list, form, author });
  for (const path of new Set([...before.fields.keys(), ...fields.keys()])) {
    const [was, is] = [before.fields.get(path), fields.get(path)];
    const part = partOfPath(path, form);
    const isPartGone = part !== undefined && !idsIn(fields, part.list).includes(part.id);
    if (isPartGone || isSame(was, is)) continue;
    const fieldForm = form.formOf(path);
    const register = registers.get(path);
    const to = form.parts.includes(path) && register ? withHidden(shownValue(register, fieldForm), is) : is;
    registers.set(
      path,
      register === undefined ? firstRegister(to, fieldForm) : editRegister(register, to, fieldForm, author),
    );
  }
  return { fields, edits: editsOf(registers, fields, form) };
}

/** Adds the hidden ids to an order, each after the one that it followed before. */
function withHidden(ordered: unknown, wanted: unknown): string[] {
  const order = [...stringsIn(wanted)];
  let last: string | undefined;
  for (const id of stringsIn(ordered)) {
    if (!order.includes(id)) order.splice(last === undefined ? 0 : order.indexOf(last) + 1, 0, id);
    last = id;
  }
  return order;
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Merges two versions of one record. The result does not depend on the order of merging, and merging again changes nothing. */
export function mergeFields(one: EditedFields, other: EditedFields, form: RecordForm): EditedFields {
  const [ours, theirs] = [registersOf(one, form), registersOf(other, form)];
  const registers: Registers = new Map(ours);
  for (const [path, register] of theirs) {
    const known = ours.get(path);
    registers.set(path, known === undefined ? register : mergeRegisters(known, register, form.formOf(path)));
  }
  const fields = showFields(registers, form);
  return { fields, edits: editsOf(registers, fields, form) };
}

/**
 * Puts a version that came from a file or a hub into the form in which it is stored. If its fields differ from the result of its
 * edits, somebody has edited the file; that counts as one more edit, the same on every machine that reads the file.
 */
export function tidyEdits(version: EditedFields, form: RecordForm): EditedFields {
  if (version.edits === undefined) return version;
  const edits = Object.fromEntries(
    Object.entries(version.edits).map(([path, register]) => [
      path,
      tidyRegister(register, form.formOf(path)),
    ]),
  );
  const registers = registersOf({ fields: version.fields, edits }, form);
  const shown = showFields(registers, form);
  const told = { fields: shown, edits: editsOf(registers, shown, form) };
  const isTrue = isSame([...shown].sort(), [...version.fields].sort());
  if (isTrue) return told;
  return editFields(
    told,
    version.fields,
    form,
    newAuthor(digestOf(printInOrder([...version.fields].sort()))),
  );
}

/** The registers of all fields. The register of a field that nobody has edited is made from its value. */
export function registersOf({ fields, edits = {} }: EditedFields, form: RecordForm): Registers {
  const registers: Registers = new Map(Object.entries(edits));
  for (const [path, value] of fields)
    if (!registers.has(path)) registers.set(path, firstRegister(value, form.formOf(path)));
  return registers;
}

/** The edits without those that follow from the fields. */
function editsOf(registers: Registers, fields: Fields, form: RecordForm): Edits | undefined {
  const told = [...registers].filter(
    ([path, register]) => !isFirst(register, fields.get(path), form.formOf(path)),
  );
  if (told.length === 0) return undefined;
  return Object.fromEntries(told.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function showFields(registers: Registers, form: RecordForm): Fields {
  const fields = allFields(registers, form);
  for (const list of form.parts) showParts(fields, registers, list, form);
  const removal = removalIn(registers.get(REMOVED), () => digestOfFields(fields, '', form));
  if (removal !== undefined) fields.set(REMOVED, removal);
  return fields;
}

/** The parts that have not been removed, in order. */
function showParts(fields: Fields, registers: Registers, list: string, form: RecordForm): void {
  const kept = keptParts(fields, registers, list, form);
  const shown = form.hidesTwins(list) ? withoutTwins(kept, fields, list, form) : kept;
  for (const path of [...fields.keys()]) {
    const part = partOfPath(path, form);
    if (part?.list === list && !shown.includes(part.id)) fields.delete(path);
  }
  if (shown.length === 0) fields.delete(list);
  else fields.set(list, shown);
}

/** Parts that are missing from the order come last. */
function keptParts(fields: Fields, registers: Registers, list: string, form: RecordForm): string[] {
  const known = new Set(idsIn(fields, list));
  for (const path of fields.keys()) {
    const part = partOfPath(path, form);
    if (part?.list === list) known.add(part.id);
  }
  return [...known].filter((id) => {
    const prefix = `${list}/${id}/`;
    const removal = registers.get(`${prefix}${REMOVED}`);
    return removalIn(removal, () => digestOfFields(fields, prefix, form)) === undefined;
  });
}

/** Of several parts with the same content, keeps the one with the lowest id, at the position of the first. */
function withoutTwins(ids: readonly string[], fields: Fields, list: string, form: RecordForm): string[] {
  const least = new Map<string, string>();
  const named = ids.map((id) => [id, digestOfFields(fields, `${list}/${id}/`, form)] as const);
  for (const [id, name] of named) {
    const other = least.get(name);
    if (other === undefined || id < other) least.set(name, id);
  }
  return [...new Set(named.map(([, name]) => name))].map((name) => least.get(name) ?? name);
}

/** Records the removal of parts with a digest of their content. A part that somebody else has edited meanwhile is kept. */
function removeParts(
  registers: Registers,
  before: Fields,
  after: Fields,
  { list, form, author }: { list: string; form: RecordForm; author: Author },
): void {
  const [shown, wanted] = [idsIn(before, list), idsIn(after, list)];
  const note = (id: string, removal: unknown) => {
    const path = `${list}/${id}/${REMOVED}`;
    const register = registers.get(path) ?? firstRegister(undefined, 'value');
    registers.set(path, editRegister(register, removal, 'value', author));
  };
  const all = allFields(registers, form);
  // Hidden twins are removed, too. Otherwise one would appear when the shown part is edited.
  for (const id of keptParts(all, registers, list, form))
    if (!wanted.includes(id)) note(id, { of: digestOfFields(all, `${list}/${id}/`, form) });
  for (const id of wanted)
    if (!shown.includes(id) && registers.has(`${list}/${id}/${REMOVED}`)) note(id, null); // restored by Undo
}

function allFields(registers: Registers, form: RecordForm): Fields {
  const fields: Fields = new Map();
  for (const [path, register] of [...registers].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const value = shownValue(register, form.formOf(path));
    if (value !== undefined && !isRemoval(path)) fields.set(path, value);
  }
  return fields;
}

/** The removal that is in effect: nobody has reverted it, and its author saw the current content. */
function removalIn(
  register: Register | undefined,
  readDigest: () => string,
): { of: string; at?: string } | undefined {
  if (register === undefined || !('values' in register)) return undefined;
  const removals = register.values.map(({ value }) => v.safeParse(removalSchema, value));
  if (register.values.some(({ value }) => value === null)) return undefined;
  const digest = readDigest();
  const counting = removals.flatMap((parsed) =>
    parsed.success && parsed.output.of === digest ? [parsed.output] : [],
  );
  return counting.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0];
}

const removalSchema = v.object({ of: v.string(), at: v.exactOptional(v.string()) });

/** A digest of the content of a record, or of the part with this path prefix. A part with changed words is kept. */
export function digestOfFields(fields: Fields, prefix: string, form: RecordForm): string {
  const said = [...fields].filter(
    ([path]) => path.startsWith(prefix) && !isRemoval(path) && form.isReasonToStay(path),
  );
  return digestOf(
    printInOrder(
      said
        .map(([path, value]) => [path.slice(prefix.length), value] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  );
}

export function isRemoval(path: string): boolean {
  return path === REMOVED || path.endsWith(`/${REMOVED}`);
}

function idsIn(fields: Fields, list: string): string[] {
  return [...new Set(stringsIn(fields.get(list)))];
}

/** Splits `quotes/ID/markdown` into the part `ID` and its field `markdown`. An id may contain a slash. */
export function partOfPath(
  path: string,
  { parts }: Pick<RecordForm, 'parts'>,
): { list: string; id: string; field: string } | undefined {
  const list = parts.find((each) => path.startsWith(`${each}/`));
  if (list === undefined) return undefined;
  const end = path.lastIndexOf('/');
  return end <= list.length
    ? undefined
    : { list, id: path.slice(list.length + 1, end), field: path.slice(end + 1) };
}
