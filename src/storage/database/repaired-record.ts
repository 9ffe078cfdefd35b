import { generateKeyBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { daySchema, nearestInstant, pageInstantSchema } from '../../news/time-bounds';

/** What is known about a value that does not parse: its path. */
export type Fault = Pick<v.BaseIssue<unknown>, 'path'>;

/**
 * Repairs what earlier versions, wrong clocks and edited files have left in a record: days, instants, revisions and ranks out
 * of range. docs/reliability.md lists the rules. Returns `undefined` if something else is wrong, because nothing is guessed.
 */
export function repairRecord(record: unknown, faults: readonly Fault[]): unknown {
  const repaired: unknown = structuredClone(record);
  const isRepaired = faults.every(({ path }) => {
    const steps = path?.map(({ key }) => key) ?? [];
    const name = steps.pop();
    const holder = steps.reduce((part, step) => (isHolder(part) ? part[String(step)] : undefined), repaired);
    return (
      isHolder(holder) && typeof name === 'string' && Object.hasOwn(holder, name) && repair(holder, name)
    );
  });
  return isRepaired ? repaired : undefined;
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** Returns `false` if there is no rule for the value. */
function repair(holder: Holder, name: string): boolean {
  const rule = RULES.get(name);
  if (holder[name] === undefined) Reflect.deleteProperty(holder, name);
  else if (rule !== undefined) rule(holder, name);
  else return false;
  return true;
}

const RULES = new Map<string, (holder: Holder, name: string) => void>([
  ['publishedOn', repairDate],
  ['publishedAt', repairDate],
  ['from', repairDate],
  ['to', repairDate],
  ['on', repairDayOfIssue],
  ...['clippedAt', 'changedAt', 'binnedAt', 'createdAt', 'savedAt'].map(
    (name) => [name, repairInstant] as const,
  ),
  ...['revision', 'basedOn'].map((name) => [name, (holder: Holder) => (holder[name] = 1)] as const),
  ['rank', (holder) => (holder['rank'] = generateKeyBetween(null, null))],
]);

/** `20266-11-28` was typed for `2026-11-28`. A value that cannot be repaired becomes one of the candidates for the field. */
function repairDate(holder: Holder, name: string): void {
  const value = holder[name];
  const day = shortenYear(value);
  Reflect.deleteProperty(holder, name);
  if (day !== undefined) holder[name] = day;
  else if (typeof value === 'string' && 'issueId' in holder) keepAsCandidate(holder, value);
}

function repairDayOfIssue(holder: Holder, name: string): void {
  holder[name] = shortenYear(holder[name]) ?? '1970-01-01'; // a published issue stays published
}

function shortenYear(value: unknown): string | undefined {
  const [, year, rest] = /^(\d{4})\d+(-.*)$/u.exec(String(value)) ?? [];
  const date = `${year ?? ''}${rest ?? ''}`;
  return v.is(daySchema, date) || v.is(pageInstantSchema, date) ? date : undefined;
}

function keepAsCandidate(clip: Holder, value: string): void {
  const candidates = isHolder(clip['candidates']) ? clip['candidates'] : {};
  const others: readonly unknown[] = Array.isArray(candidates['published']) ? candidates['published'] : [];
  clip['candidates'] = { ...candidates, published: [{ value, source: 'stored' }, ...others] };
}

function repairInstant(holder: Holder, name: string): void {
  holder[name] = nearestInstant(Date.parse(String(holder[name])));
}
