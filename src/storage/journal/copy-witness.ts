import * as v from 'valibot';
import type { JournalState } from './save-number';

/**
 * How many saves a page has seen in the database. Stored in localStorage, so that a loss of the database and of both copies is
 * not mistaken for a first run. Workers have no localStorage.
 */
export type Witness = v.InferOutput<typeof witnessSchema>;

const witnessSchema = v.object({ generation: v.string(), saves: v.number() });
const storedSchema = v.pipe(v.string(), v.parseJson(), witnessSchema);

export function readWitness(databaseName: string): Witness | undefined {
  if (typeof localStorage === 'undefined') return undefined;
  const parsed = v.safeParse(storedSchema, localStorage.getItem(keyOf(databaseName)));
  return parsed.success ? parsed.output : undefined;
}

/** Keeps a count of missing saves until the user has been told. */
export function bringWitnessUpToDate(databaseName: string, state: JournalState): void {
  const { generation, saves } = readWitness(databaseName) ?? state;
  const isSettled = state.settled?.includes(generation) === true;
  if (isSettled || (generation === state.generation && saves <= state.saves))
    writeWitness(databaseName, state);
}

export function writeWitness(databaseName: string, { generation, saves }: JournalState): void {
  if (typeof localStorage === 'undefined' || saves === 0) return;
  localStorage.setItem(keyOf(databaseName), JSON.stringify({ generation, saves } satisfies Witness));
}

function keyOf(databaseName: string): string {
  return `saves:${databaseName}`;
}
