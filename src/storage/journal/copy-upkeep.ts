import { readPurge } from '../database/purge-note';
import type { Database } from '../database/schema';
import { findCheckpoints, isDue, isIntactIn, lockOf, superseded, writeCheckpoint } from './checkpoint';
import { listFiles, listPlace, openFolder, type CopyFile, type CopyFolder } from './copy-folder';
import type { CopyPlace } from './copy-place';
import { QUIET, waitForCache, waitForFiles } from './copy-turn';
import { bringWitnessUpToDate } from './copy-witness';
import { ownGeneration } from './own-generation';
import { countEmptySave, type JournalState } from './save-number';

/** The name of a file that is written after others were removed, to record the time. */
const REMOVAL = 'removal';

/** What must be done in one place. */
interface Task {
  place: CopyPlace;
  /** It can no longer list its files. */
  isBroken: boolean;
  /** The files that only the other place has. */
  copied: readonly CopyFile[];
  removed: readonly CopyFile[];
}

interface Upkeep {
  database: Database;
  folder: CopyFolder;
  state: JournalState;
  /** Whether everything must be copied again; `renamed`: into a file with a new name. */
  due: 'no' | 'yes' | 'renamed';
  filing: Task;
  caching: Task;
}

/**
 * Takes one step of the upkeep of the copy: copies everything if that is due, copies into one place what only the other one
 * has, or removes what is no longer needed. A step writes to one place, at a time when the lists of both are not written
 * together. To be called when the page is idle. Does nothing while another page does the same. Returns after how many
 * milliseconds it must be called again, if at all.
 */
export async function maintainCopy(database: Database, now = Date.now()): Promise<number | undefined> {
  return navigator.locks.request(lockOf(database), { ifAvailable: true }, async (lock) => {
    if (lock === null) return QUIET;
    const upkeep = await planUpkeep(database);
    const again = await takeStep(upkeep, now);
    bringWitnessUpToDate(database.name, upkeep.state);
    return again;
  });
}

async function planUpkeep(database: Database): Promise<Upkeep> {
  const folder = openFolder(database.name);
  const files = await listFiles(folder);
  const state = await ownGeneration(database, files);
  const purgedAt = await readPurge(database);
  const found = await findCheckpoints(folder, files, state.generation);
  const gone = superseded(files, found, { ...state, purgedAt });
  // A file is read as a whole only if something would be removed because of it.
  const isTorn = gone.length > 0 && found[0] !== undefined && !(await isIntact(folder, found[0]));
  const whole = isTorn ? found.slice(1) : found;
  const isRenamed = isTorn || (whole[0]?.madeAt ?? Infinity) <= purgedAt;
  const isDueNow = isRenamed || (await isDue(database, files, whole, state));
  const removed = isDueNow ? [] : gone;
  return {
    database,
    folder,
    state,
    due: isRenamed ? 'renamed' : isDueNow ? 'yes' : 'no',
    filing: await planTask(folder.files, folder.cache, removed, whole[0]),
    caching: await planTask(folder.cache, folder.files, removed, whole[0]),
  };
}

async function isIntact({ files, cache }: CopyFolder, checkpoint: CopyFile): Promise<boolean> {
  return (await isIntactIn(files, checkpoint)) || isIntactIn(cache, checkpoint);
}

/** A place keeps what `latest` replaces until it has `latest`. */
async function planTask(
  place: CopyPlace,
  other: CopyPlace,
  gone: readonly CopyFile[],
  latest: CopyFile | undefined,
): Promise<Task> {
  const names = ({ name }: CopyFile) => name;
  const listed = await listPlace(place);
  const mine = new Set(listed?.map(names));
  const isGone = new Set(gone.map(names));
  const theirs = (await listPlace(other)) ?? [];
  const removed = gone.filter(({ name }) => mine.has(name));
  const hasLatest = removed.length > 0 && latest !== undefined && (await isIntactIn(place, latest));
  return {
    place,
    isBroken: listed === undefined,
    copied: theirs.filter(({ name }) => !mine.has(name) && !isGone.has(name)),
    removed: hasLatest ? removed : [],
  };
}

async function takeStep(upkeep: Upkeep, now: number): Promise<number | undefined> {
  const { folder, due, filing, caching } = upkeep;
  const sinceCache = await timeSince(folder.cache, now);
  const sinceFiles = await timeSince(folder.files, now);
  const forFiles = waitForFiles(sinceCache);
  const forCache = waitForCache(sinceFiles);
  const steps: [isNeeded: boolean, wait: number, take: () => Promise<boolean>][] = [
    [due !== 'no', forFiles, () => copyAnew(upkeep)],
    [isLacking(filing), forFiles, () => fill(filing, folder.cache)],
    [isLacking(caching), forCache, () => fill(caching, folder.files)],
    // A power failure damages what was written last, so what it replaces is kept until then.
    [filing.removed.length > 0, Math.max(forFiles, QUIET - sinceFiles), () => remove(filing)],
    [caching.removed.length > 0, Math.max(forCache, QUIET - sinceCache), () => remove(caching)],
  ];
  for (const [isNeeded, wait, take] of steps) {
    if (!isNeeded) continue;
    if (wait > 0) return wait;
    if (await take()) return QUIET;
  }
  return undefined;
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

function isLacking({ isBroken, copied }: Task): boolean {
  return isBroken || copied.length > 0;
}

async function copyAnew({ database, folder, due, ...upkeep }: Upkeep): Promise<boolean> {
  const state = due === 'renamed' ? await countEmptySave(database) : upkeep.state;
  await writeCheckpoint(database, folder, [folder.files, folder.cache], state);
  return true;
}

/** Returns whether anything was written. */
async function fill({ place, isBroken, copied }: Task, other: CopyPlace): Promise<boolean> {
  if (isBroken) await place.renew();
  let isAny = isBroken;
  for (const { name } of copied) {
    const file = await other.read(name);
    if (file === undefined) continue; // the browser cannot read it
    await place.write(name, file.content);
    isAny = true;
  }
  return isAny;
}

async function remove({ place, removed }: Task): Promise<boolean> {
  for (const { name } of removed) await place.remove(name);
  await place.write(REMOVAL, '');
  return true;
}
