import type { Database } from '../database/schema';
import type { CopyFile } from './copy-folder';
import { changeJournalState, newGeneration, readJournalState, type JournalState } from './save-number';

/**
 * The state of the database, where it holds all saves of its generation that the copy has. Where it lacks some, it begins a new
 * generation, and those files are of an earlier one. `files` must have been listed before: a save is numbered before its file is
 * written.
 */
export async function ownGeneration(database: Database, files: readonly CopyFile[]): Promise<JournalState> {
  const state = (await readJournalState(database)) ?? (await changeJournalState(database, (made) => made));
  if (!isForked(files, state)) return state;
  return changeJournalState(database, ({ settled = [] }) => ({ ...newGeneration(), settled }));
}

/** The files of each earlier generation that nobody has decided about, the oldest generation first. */
export function lostGenerations(
  files: readonly CopyFile[],
  { generation, settled = [] }: Partial<JournalState> = {},
): CopyFile[][] {
  const lost = files.filter((file) => file.generation !== generation && !settled.includes(file.generation));
  return [...Map.groupBy(lost, (file) => file.generation).values()];
}

/**
 * Whether the copy has saves that the database knows nothing of: a later one than its last, or another in the place of one. Each
 * save names the one before it.
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
