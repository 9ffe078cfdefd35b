import * as v from 'valibot';
import type { Edits, Register } from './edits';
import { digestOf } from './digest';
import { isRemoval, registersOf } from './record-edits';
import type { RecordVersions } from './record-versions';

/** All edits that a version of a record contains, without their words. */
export const versionContentsSchema = v.object({
  /** By the id of an author, the greatest number: a version with one edit contains all earlier ones of its author. */
  edits: v.record(v.pipe(v.string(), v.maxLength(40)), v.number()),
  /** Digests of the texts and values that nobody has edited since they were first written. */
  firsts: v.array(v.pipe(v.string(), v.maxLength(20))),
});
export type VersionContents = v.InferOutput<typeof versionContentsSchema>;

/** The author of what nobody has edited. */
const UNEDITED = '=';

/** What a record contains, in the fields that are a reason to keep it. */
export function contentsOf<Stored extends { edits?: Edits }>(
  versions: RecordVersions<Stored>,
  record: Stored,
): VersionContents {
  const { form } = versions.kind;
  const registers = [...registersOf(versions.versionOf(record), form)].filter(
    ([path]) => !isRemoval(path) && form.isReasonToStay(path),
  );
  const edits = new Map<string, number>();
  const firsts = new Set<string>();
  for (const [path, register] of registers) {
    for (const [author, number] of editsIn(register))
      edits.set(author, Math.max(number, edits.get(author) ?? 0));
    for (const first of firstsIn(register)) firsts.add(digestOf(`${path} ${first}`));
  }
  return { edits: Object.fromEntries(edits), firsts: [...firsts].sort() };
}

/** Whether a version contains nothing that another one lacks. Words that were only deleted do not count. */
export function isContainedIn(contents: VersionContents, other: VersionContents): boolean {
  const known = new Set(other.firsts);
  const hasEdit = ([author, number]: [string, number]) =>
    Object.hasOwn(other.edits, author) && number <= (other.edits[author] ?? 0);
  return contents.firsts.every((first) => known.has(first)) && Object.entries(contents.edits).every(hasEdit);
}

function* editsIn(register: Register): Generator<[author: string, number: number]> {
  if ('roots' in register) {
    for (const { runs } of register.roots)
      for (const { by, at, tokens, gone = 1 } of runs)
        if (by !== UNEDITED) yield [by, at + (tokens?.length ?? gone) - 1];
    return;
  }
  for (const id of idsIn(register)) {
    const [, number, author] = /^([1-9]\d*) (.+)$/u.exec(id) ?? [];
    if (author !== undefined) yield [author, Number(number)];
  }
}

function firstsIn(register: Register): string[] {
  return 'roots' in register
    ? register.roots.map(({ id }) => id)
    : idsIn(register).filter((id) => id.startsWith('0 '));
}

function idsIn(register: Extract<Register, { values: unknown }>): string[] {
  return [...register.values.map(({ id }) => id), ...register.gone];
}
