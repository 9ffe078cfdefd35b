import { readPurge } from '../database/purge-note';
import { originalName } from '../database/replacement-database';
import type { Database } from '../database/schema';
import { findCheckpoints, isDue, isIntactIn, lockOf, superseded, writeCheckpoint } from './checkpoint';
import { MOST_CARRIED, rarestFirst, type CopyFile } from './copy-file';
import {
  listFiles,
  listPlace,
  openFolder,
  placesNow,
  placesOf,
  readTurns,
  type CopyFolder,
} from './copy-folder';
import { unlessRefused, type CopyPlace, type WrittenFile } from './copy-place';
import type { Clock, PlaceTurn } from './copy-turns';
import { QUIET } from './copy-turn';
import { isBehindCopy } from './copy-comparison';
import { bringWitnessUpToDate } from './copy-witness';
import { ownGeneration } from './own-generation';
import { countEmptySave, setBackAfter, type JournalState } from './save-number';

/** The name of a file that is written after others were removed, to record the time. */
const REMOVAL = 'removal';

/** How many milliseconds after a save, or after a page has opened, upkeep begins. */
export const AFTER_CHANGE = 500;

/** How soon after a step to look for the next one, in milliseconds. */
const SOON = 100;

/** How soon to look again while another page does the upkeep, which may be closed at any time, in milliseconds. */
const BUSY = 1_000;

/** What must be done in one place. */
interface Task extends PlaceTurn {
  /** How many milliseconds ago it was written, if that matters. */
  since: number;
  /** It can no longer list its files. */
  isBroken: boolean;
  /** The files that only other places have. */
  copied: readonly CopyFile[];
  removed: readonly CopyFile[];
}

interface Upkeep {
  database: Database;
  folder: CopyFolder;
  files: readonly CopyFile[];
  state: JournalState;
  /** Whether everything must be copied again; `renamed`: into a file with a new name. */
  due: 'no' | 'yes' | 'renamed';
  /** In the order in which their places may be written. */
  tasks: readonly Task[];
}

/**
 * Takes one step of the upkeep of the copy: copies everything if that is due, copies into one place what only others have, or removes what
 * is no longer needed. A step writes to one place while the list of another one is at rest. To be called when the page is idle. Does
 * nothing while another page does the same. Returns after how many milliseconds it must be called again, if at all.
 */
export async function maintainCopy(database: Database, now: Clock = Date.now): Promise<number | undefined> {
  return navigator.locks.request(lockOf(database), { ifAvailable: true }, async (lock) => {
    if (lock === null) return BUSY;
    const upkeep = await planUpkeep(database, now());
    const again = await takeStep(upkeep, now);
    await bringWitnessUpToDate(originalName(database), upkeep.state);
    return again;
  });
}

async function planUpkeep(database: Database, now: number): Promise<Upkeep> {
  const folder = openFolder(originalName(database));
  await unlessRefused(() => folder.turns.finish()); // what a save writes after “Saved” is not removed before it is there
  const turns = await readTurns(folder, now);
  const files = await listFiles(folder);
  const state = await ownGeneration(database, files);
  const purgedAt = await readPurge(database);
  const found = await findCheckpoints(folder, files, state.generation);
  const gone = superseded(files, found, { ...state, purgedAt });
  // A file is read as a whole only if something would be removed because of it.
  const isTorn = gone.length > 0 && found[0] !== undefined && !(await isIntact(folder, found[0]));
  const whole = isTorn ? found.slice(1) : found;
  const isRenamed = isTorn || lacksLatest(files, found, state) || (whole[0]?.madeAt ?? Infinity) <= purgedAt;
  const isDueNow = isRenamed || (await isDue(database, files, whole, state));
  // While the save that deleted something is there, no place receives what it deleted once more.
  const before = gone.filter(({ isPurge }) => !isPurge);
  const removed = isDueNow ? [] : before.length > 0 ? before : gone;
  const kept = isDueNow ? files : files.filter((file) => !gone.includes(file));
  const lists = await Promise.all(turns.map(({ place }) => listPlace(place)));
  const rarest = rarestFirst(
    kept,
    lists.map((list = []) => list.map(({ name }) => name)),
  );
  const tasks: Task[] = [];
  for (const [index, turn] of turns.entries()) {
    const listed = lists[index];
    const task = await planTask({ ...turn, listed }, { kept: rarest, removed, latest: whole[0] });
    const isAsked = task.removed.length > 0; // it takes as long as reading all files
    tasks.push({ ...turn, ...task, since: isAsked ? await timeSince(turn.place, now) : 0 });
  }
  return { database, folder, files, state, due: isRenamed ? 'renamed' : isDueNow ? 'yes' : 'no', tasks };
}

/** Whether a checkpoint with the name that a new one would get is damaged, or has the content of another file. */
function lacksLatest(
  files: readonly CopyFile[],
  found: readonly CopyFile[],
  { generation, saves }: JournalState,
): boolean {
  return files.some(
    ({ kind, name, ...file }) =>
      kind === 'checkpoint' &&
      file.generation === generation &&
      file.number === saves &&
      found.every((checkpoint) => checkpoint.name !== name),
  );
}

async function isIntact(folder: CopyFolder, checkpoint: CopyFile): Promise<boolean> {
  for (const place of placesOf(folder)) if (await isIntactIn(place, checkpoint)) return true;
  return false;
}

/** A place keeps what `latest` replaces until it has `latest`. */
async function planTask(
  { place, listed }: { place: CopyPlace; listed: readonly CopyFile[] | undefined },
  {
    kept,
    removed,
    latest,
  }: { kept: readonly CopyFile[]; removed: readonly CopyFile[]; latest: CopyFile | undefined },
): Promise<Omit<Task, keyof PlaceTurn | 'since'>> {
  const mine = new Set(listed?.map(({ name }) => name));
  const here = removed.filter(({ name }) => mine.has(name));
  const hasLatest = here.length > 0 && latest !== undefined && (await isIntactIn(place, latest));
  return {
    isBroken: listed === undefined,
    copied: kept.filter(({ name }) => !mine.has(name)),
    removed: hasLatest ? here : [],
  };
}

async function takeStep(upkeep: Upkeep, now: Clock): Promise<number | undefined> {
  const { folder, due, tasks } = upkeep;
  const steps = [
    ...(due === 'no' ? [] : [{ wait: 0, take: () => copyAnew(upkeep) }]),
    ...tasks
      .filter(({ isBroken, copied }) => isBroken || copied.length > 0)
      .map((task) => ({ wait: task.wait, take: () => fill(task, folder, now) })),
    // A power failure damages what was written last, so what it replaces is kept until then.
    ...tasks
      .filter(({ removed }) => removed.length > 0)
      .map((task) => ({ wait: Math.max(task.wait, QUIET - task.since), take: () => remove(task, now) })),
  ];
  for (const { wait, take } of steps) if (wait === 0 && (await take())) return SOON;
  const waits = steps.map(({ wait }) => wait).filter((wait) => wait > 0);
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

/** The absolute difference, so that a clock that was set back delays upkeep only briefly. */
async function timeSince(place: CopyPlace, now: number): Promise<number> {
  try {
    return Math.abs(now - (await place.lastWrite()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return Infinity; // it must be created again
  }
}

/** What the database has lost is in the copy that would be replaced. */
async function copyAnew({ database, folder, due, ...upkeep }: Upkeep): Promise<boolean> {
  if (await isBehindCopy(database, folder, upkeep)) {
    await setBackAfter(database, upkeep.state);
    return true;
  }
  const state = due === 'renamed' ? await countEmptySave(database) : upkeep.state;
  await writeCheckpoint(database, folder, () => placesNow(folder).toReversed(), state);
  return true;
}

/** Copies so many files that the turn is hardly longer. Returns whether anything was written. A place that cannot be cleared either is left alone. */
async function fill(
  { place, isBroken, copied, change }: Task,
  folder: CopyFolder,
  now: Clock,
): Promise<boolean> {
  const others = placesOf(folder).filter((each) => each !== place);
  const added = new Map<string, Blob>();
  for (const { name } of copied) {
    if (added.size === MOST_CARRIED) break;
    const file = await readFrom(others, name);
    if (file !== undefined) added.set(name, file.content); // otherwise the browser cannot read it
  }
  return (isBroken || added.size > 0) && change({ isBroken, added }, now);
}

async function readFrom(places: readonly CopyPlace[], name: string): Promise<WrittenFile | undefined> {
  for (const place of places) {
    const file = await place.read(name);
    if (file !== undefined) return file;
  }
  return undefined;
}

function remove({ removed, change }: Task, now: Clock): Promise<boolean> {
  return change(
    { removed: removed.map(({ name }) => name), added: new Map([[REMOVAL, String(now())]]) },
    now,
  );
}
