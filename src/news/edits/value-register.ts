import type { Author } from './author';
import { digestOf } from './digest';
import type { ValueRegister } from './edits';
import { isSame } from './deep-equality';
import { printInOrder } from './ordered-json';

type Entry = ValueRegister['values'][number];

/** How many replaced values are remembered. If an older one comes back, it is shown beside the others again. */
const MOST_GONE = 300;

export function firstValue(value: unknown): ValueRegister {
  return { values: [{ id: `0 ${digestOf(printInOrder(value))}`, value }], gone: [] };
}

/** The current values. The one that is shown comes first: the one with the highest number, whatever any clock says. */
export function valuesIn({ values }: ValueRegister): unknown[] {
  return values.toSorted(byNumber).map(({ value }) => value);
}

function byNumber(one: Entry, other: Entry): number {
  return numberOf(other.id) - numberOf(one.id) || (one.id > other.id ? -1 : 1);
}

function numberOf(id: string): number {
  const number = Number.parseInt(id, 10);
  return Number.isSafeInteger(number) ? number : 0;
}

export function mergeValues(one: ValueRegister, other: ValueRegister): ValueRegister {
  const gone = new Set([...one.gone, ...other.gone]);
  const values = new Map<string, Entry>();
  for (const entry of [...one.values, ...other.values]) {
    const known = values.get(entry.id);
    // Two values with one id are the same, unless somebody has forged one; then every machine chooses the same one.
    if (!gone.has(entry.id) && (known === undefined || printInOrder(known.value) < printInOrder(entry.value)))
      values.set(entry.id, entry);
  }
  return {
    values: [...values.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    gone: [...gone].sort(),
  };
}

/** The register after somebody who saw all its values has set this one; `null` clears it. */
export function editValue(register: ValueRegister, value: unknown, author: Author): ValueRegister {
  const [shown] = valuesIn(register);
  if (register.values.length === 1 && isSame(shown, value)) return register;
  const ids = [...register.values.map(({ id }) => id), ...register.gone];
  const greatest = ids.reduce((most, id) => Math.max(most, numberOf(id)), 0);
  const gone = ids.toSorted((a, b) => numberOf(b) - numberOf(a)).slice(0, MOST_GONE);
  return {
    values: [{ id: `${author.nextNumbers(Math.min(greatest, 2 ** 52))} ${author.id}`, value }],
    gone: gone.sort(),
  };
}
