import type { Clip } from '../../src/news/clip';
import type { Issue, Section } from '../../src/news/issue';
import { isSame } from '../../src/news/edits/deep-equality';
import { undoSections } from './section-changes';

/** A change to a record: all differences between the two versions, and nothing else. */
export interface RecordChange<Written extends Clip | Issue> {
  before: Written;
  after: Written;
}

/** Set by storage; nobody edits them. */
const KEPT_BY_STORAGE = new Set([
  'id',
  'formerIds',
  'createdAt',
  'clippedAt',
  'changedAt',
  'revision',
  'edits',
]);

/**
 * The current record with a change undone field by field, so that changes of others stay. `undefined` if a field of the change
 * has been edited since; then nothing is undone.
 */
export function undoChange<Written extends Clip | Issue>(
  current: Written,
  { before, after }: RecordChange<Written>,
): Written | undefined {
  const [fields, earlier, later] = [current, before, after].map(
    (record) => new Map<string, unknown>(Object.entries(record)),
  ) as [Fields, Fields, Fields];
  for (const name of new Set([...earlier.keys(), ...later.keys()])) {
    const change: [unknown, unknown] = [earlier.get(name), later.get(name)];
    if (KEPT_BY_STORAGE.has(name) || isSame(...change)) continue;
    const undone = takeFieldBack(name, fields.get(name), ...change);
    if (undone === undefined) return undefined;
    if (undone.value === undefined) fields.delete(name);
    else fields.set(name, undone.value);
  }
  return Object.fromEntries(fields) as Written; // the same fields, each with a value that it had before
}

/** Whether two versions of a record have the same content. */
export function isSameRecord<Written extends Clip | Issue>(one: Written, other: Written): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Written & string>;
  return (
    one.id === other.id &&
    [...names].every((name) => KEPT_BY_STORAGE.has(name) || isSame(one[name], other[name]))
  );
}

type Fields = Map<string, unknown>;

function takeFieldBack(
  name: string,
  now: unknown,
  before: unknown,
  after: unknown,
): { value: unknown } | undefined {
  if (isSame(now, after)) return { value: before };
  if (name !== 'sections') return undefined;
  // The popup may have added a section meanwhile, so sections are undone one by one.
  const value = undoSections(now as Section[], before as Section[], after as Section[]);
  return value && { value };
}
