import type { Clip } from '../../src/news/clip';
import type { Issue, Section } from '../../src/news/issue';
import { isSame } from '../../src/news/edits/deep-equality';
import { undoSections } from './section-changes';

/** What was done to a record: whatever differs between the two, and nothing else. */
export interface RecordChange<Written extends Clip | Issue> {
  before: Written;
  after: Written;
}

/** Kept by storage: nobody edits them. */
const KEPT_BY_STORAGE = new Set([
  'id',
  'formerIds',
  'issueId',
  'createdAt',
  'clippedAt',
  'changedAt',
  'revision',
  'edits',
]);

/**
 * The record as it is now with a change taken back, field by field, so that what others wrote meanwhile stays. `undefined`
 * where a field of the change has been written since: then nothing is taken back.
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
  return Object.fromEntries(fields) as Written; // the same fields, each with a value that it has had
}

/** Whether a record says the same as at another time. */
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
  // The popup may have made a section meanwhile: they are taken back one by one.
  const value = undoSections(now as Section[], before as Section[], after as Section[]);
  return value && { value };
}
