import * as v from 'valibot';
import { loadStorage } from '../database/key-value-storage';
import { pageStorage } from '../database/page-storage';
import type { JournalState } from './save-number';

/**
 * How many saves a page has seen in the database. Stored apart from the database and its copies, so that their loss is not
 * mistaken for a first run. Workers do not see it.
 */
export type Witness = v.InferOutput<typeof witnessSchema>;

const witnessSchema = v.object({ generation: v.string(), saves: v.number() });
const storedSchema = v.pipe(v.string(), v.parseJson(), witnessSchema);

export async function readWitness(databaseName: string): Promise<Witness | undefined> {
  await loadStorage(pageStorage);
  const parsed = v.safeParse(storedSchema, pageStorage?.getItem(keyOf(databaseName)));
  return parsed.success ? parsed.output : undefined;
}

/** Keeps a count of missing saves until the user has been told. */
export async function bringWitnessUpToDate(databaseName: string, state: JournalState): Promise<void> {
  if (!(await loadStorage(pageStorage))) return; // the number that is there may be higher, and tell of a loss
  const { generation, saves } = (await readWitness(databaseName)) ?? state;
  const isSettled = state.settled?.includes(generation) === true;
  if (isSettled || (generation === state.generation && saves <= state.saves))
    writeWitness(databaseName, state);
}

export function writeWitness(databaseName: string, { generation, saves }: JournalState): void {
  if (saves === 0) return;
  pageStorage?.setItem(keyOf(databaseName), JSON.stringify({ generation, saves } satisfies Witness));
}

function keyOf(databaseName: string): string {
  return `saves:${databaseName}`;
}
