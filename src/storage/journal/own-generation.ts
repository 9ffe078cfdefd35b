import type { Database } from '../database/schema';
import type { CopyFile } from './copy-file';
import { changeJournalState, readJournalState, setBackFrom, type JournalState } from './save-number';

/**
 * The state of the database, if it contains all saves of its generation that are in the copy. If it lacks some, it starts a new
 * generation, and the files belong to an earlier one. `files` must have been listed before, because a save is numbered before
 * its file is written.
 */
export async function ownGeneration(database: Database, files: readonly CopyFile[]): Promise<JournalState> {
  const state = (await readJournalState(database)) ?? (await changeJournalState(database, (made) => made));
  if (!isForked(files, state)) return state;
  return changeJournalState(database, (current) => setBackFrom(current));
}

/** The files of each earlier generation about which the user has not decided, the oldest generation first. */
export function lostGenerations(
  files: readonly CopyFile[],
  { generation, settled = [] }: Partial<JournalState> = {},
): CopyFile[][] {
  const lost = files.filter((file) => file.generation !== generation && !settled.includes(file.generation));
  return [...Map.groupBy(lost, (file) => file.generation).values()];
}

/**
 * Whether the copy has saves that the database lacks: a later one than its last, or another one in the place of one. Each save
 * names the one before it.
 */
function isForked(files: readonly CopyFile[], { generation, saves, last }: JournalState): boolean {
  const own = files.filter((file) => file.generation === generation);
  if (own.some(({ number }) => number > saves)) return true;
  const ids = new Map([[saves, last]]);
  const isAnother = (number: number, id: string) => {
    const known = ids.get(number) ?? id;
    ids.set(number, id);
    return known !== id;
  };
  return own.some(
    ({ kind, number, id, after }) =>
      isAnother(number, id) || (kind === 'save' && isAnother(number - 1, after)),
  );
}
