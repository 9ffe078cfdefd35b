import { askForFieldsOnceLoaded } from '../src/browser/loaded-page';
import type { BeforeSave, Clipping } from './clipping';
import { noteIncognitoExplained, offerConcealed, explainIncognito } from './clip-notes';
import { undoClipped } from './clipped-undo';
import { closeOnceSeen } from './closing';
import { beginCopyingSaves, keepDatabaseCopy, prepareCopy } from './late/database-copy';
import { settleNewsletter } from './offered-newsletters';
import { readAgain, readOnceLoaded, type RereadingDependencies } from './rereading';
import { freeSpaceAndSave, saveForm, undoSave, type SavingDependencies } from './saving';

/* Functions of the popup that load their code on demand, because what is loaded before the first key must be small. */

export async function save(
  clipping: Clipping,
  opening: Promise<void>,
  dependencies: SavingDependencies & RereadingDependencies,
): Promise<void> {
  beginCopyingSaves();
  await saveForm(
    clipping,
    opening.then(() => settleNewsletter(clipping, dependencies)),
    dependencies,
  );
  startDatabaseCopy(dependencies);
  await noteIncognitoExplained(clipping, dependencies);
  closeOnceSeen(clipping);
}

/** Call this when the analyst begins to type. A save then takes less time. */
export async function prepareSave({ openDatabase }: SavingDependencies): Promise<void> {
  await prepareCopy(openDatabase);
}

export async function freeSpace(
  clipping: Clipping,
  opening: Promise<void>,
  dependencies: SavingDependencies,
): Promise<void> {
  startDatabaseCopy(dependencies);
  await freeSpaceAndSave(clipping, opening, dependencies);
  closeOnceSeen(clipping);
}

export async function undo(
  clipping: Clipping,
  before: BeforeSave,
  dependencies: SavingDependencies,
): Promise<void> {
  startDatabaseCopy(dependencies);
  await undoSave(clipping, before, dependencies);
}

export async function undoMenuClip(
  clipping: Clipping,
  clipId: string,
  dependencies: SavingDependencies,
): Promise<void> {
  startDatabaseCopy(dependencies);
  await undoClipped(clipping, clipId, dependencies);
}

/** Adds to the popup what few tabs and clips have: notes about hidden words and about Incognito, and the offer to undo. */
export async function addNotes(
  clipping: Clipping,
  clipId: string | undefined,
  dependencies: RereadingDependencies,
): Promise<void> {
  if (clipId !== undefined) await offerConcealed(clipping, clipId, dependencies);
  if (clipping.state.context.tab?.isIncognito === true) await explainIncognito(clipping, dependencies);
}

export async function readTabAgain(clipping: Clipping, dependencies: RereadingDependencies): Promise<void> {
  await readAgain(clipping, dependencies);
}

export async function readTabOnceLoaded(
  clipping: Clipping,
  dependencies: RereadingDependencies,
): Promise<void> {
  await readOnceLoaded(clipping, dependencies, askForFieldsOnceLoaded);
}

/** Starts the second copy of the database, and shows what the browser has lost. */
export function startDatabaseCopy({ openDatabase }: SavingDependencies): void {
  void keepDatabaseCopy(openDatabase);
}
