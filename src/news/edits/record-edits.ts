import * as v from 'valibot';
import { newAuthor, type Author } from './author';
import { isSame, printInOrder } from './deep-equality';
import { digestOf } from './digest';
import type { Edits, Register } from './edits';
import {
  editRegister,
  firstRegister,
  isFirst,
  shownValue,
  tidyRegister,
  uniteRegisters,
  type FieldForm,
} from './register';

/** The fields of a record by path; what is absent has no value. */
export type Fields = Map<string, unknown>;

/** How the fields of one kind of record are united. */
export interface RecordForm {
  formOf: (path: string) => FieldForm;
  /** The lists whose elements are parts with fields of their own: `quotes` of `quotes/ID/markdown`. */
  parts: readonly string[];
  /** Whether two of these parts that say the same are shown as one. */
  hidesTwins: (list: string) => boolean;
  /** Whether somebody who changes this field wants the part or the record to stay, although another has taken it away. */
  isReasonToStay: (path: string) => boolean;
}

/** A record as merging sees it: what it shows, and the edits that made it so. */
export interface EditedFields {
  fields: Fields;
  edits: Edits | undefined;
}

type Registers = Map<string, Register>;

/** Where a record, or a part of it, is said to be taken away: `removed` of the record itself. */
const REMOVED = 'removed';

/** The fields after somebody who saw `before` has made `fields` of them. */
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

/** An order of ids with those that are hidden, each behind the one that it has stood behind. */
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

/** Two versions of one record as one: the same in whichever order, and however often, versions are united. */
export function uniteFields(one: EditedFields, other: EditedFields, form: RecordForm): EditedFields {
  const [ours, theirs] = [registersOf(one, form), registersOf(other, form)];
  const registers: Registers = new Map(ours);
  for (const [path, register] of theirs) {
    const known = ours.get(path);
    registers.set(path, known === undefined ? register : uniteRegisters(known, register, form.formOf(path)));
  }
  const fields = showFields(registers, form);
  return { fields, edits: editsOf(registers, fields, form) };
}

/**
 * A version as it came from a file or a hub, in the one form in which it is stored. Where its fields say something else than its
 * edits make of them, somebody has edited the file: that is one more edit, the same on each machine that reads it.
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

/** All registers: of a field that nobody has edited, that of its value. */
function registersOf({ fields, edits = {} }: EditedFields, form: RecordForm): Registers {
  const registers: Registers = new Map(Object.entries(edits));
  for (const [path, value] of fields)
    if (!registers.has(path)) registers.set(path, firstRegister(value, form.formOf(path)));
  return registers;
}

/** Only what the fields do not tell by themselves. */
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
  const removal = removalIn(registers.get(REMOVED), digestOfFields(fields, '', form));
  if (removal !== undefined) fields.set(REMOVED, removal);
  return fields;
}

/** The parts that are not taken away, in their order. */
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

/** Those that the order does not name come last. */
function keptParts(fields: Fields, registers: Registers, list: string, form: RecordForm): string[] {
  const known = new Set(idsIn(fields, list));
  for (const path of fields.keys()) {
    const part = partOfPath(path, form);
    if (part?.list === list) known.add(part.id);
  }
  return [...known].filter((id) => {
    const prefix = `${list}/${id}/`;
    return (
      removalIn(registers.get(`${prefix}${REMOVED}`), digestOfFields(fields, prefix, form)) === undefined
    );
  });
}

/** Of parts that say the same, the one of the least id stays, in the place of the first. */
function withoutTwins(ids: readonly string[], fields: Fields, list: string, form: RecordForm): string[] {
  const least = new Map<string, string>();
  const named = ids.map((id) => [id, digestOfFields(fields, `${list}/${id}/`, form)] as const);
  for (const [id, name] of named) {
    const other = least.get(name);
    if (other === undefined || id < other) least.set(name, id);
  }
  return [...new Set(named.map(([, name]) => name))].map((name) => least.get(name) ?? name);
}

/** Notes which parts somebody has taken away and what they said then: where another has changed one meanwhile, it stays. */
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
  // A twin that was hidden goes as well, else it would come out when the one that is shown is changed.
  for (const id of keptParts(all, registers, list, form))
    if (!wanted.includes(id)) note(id, { of: digestOfFields(all, `${list}/${id}/`, form) });
  for (const id of wanted)
    if (!shown.includes(id) && registers.has(`${list}/${id}/${REMOVED}`)) note(id, null); // brought back by Undo
}

function allFields(registers: Registers, form: RecordForm): Fields {
  const fields: Fields = new Map();
  for (const [path, register] of [...registers].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const value = shownValue(register, form.formOf(path));
    if (value !== undefined && !isRemoval(path)) fields.set(path, value);
  }
  return fields;
}

/** The removal that counts: nobody has taken it back, and whoever made it saw what is shown now. */
function removalIn(register: Register | undefined, digest: string): { of: string; at?: string } | undefined {
  if (register === undefined || !('values' in register)) return undefined;
  const removals = register.values.map(({ value }) => v.safeParse(removalSchema, value));
  if (register.values.some(({ value }) => value === null)) return undefined;
  const counting = removals.flatMap((parsed) =>
    parsed.success && parsed.output.of === digest ? [parsed.output] : [],
  );
  return counting.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0];
}

const removalSchema = v.object({ of: v.string(), at: v.exactOptional(v.string()) });

/** What a record, or the part whose paths begin so, says: changed words are a reason to stay. */
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

function isRemoval(path: string): boolean {
  return path === REMOVED || path.endsWith(`/${REMOVED}`);
}

function idsIn(fields: Fields, list: string): string[] {
  return [...new Set(stringsIn(fields.get(list)))];
}

/** `quotes/ID/markdown` is the field `markdown` of the part `ID`; an id may hold a slash. */
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
