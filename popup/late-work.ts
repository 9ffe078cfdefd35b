import { askForFieldsOnceLoaded } from '../src/browser/loaded-page';
import type { BeforeSave, Clipping } from './clipping';
import { noteToldOfIncognito, offerConcealed, tellOfIncognito } from './clip-notes';
import { undoClipped } from './clipped-undo';
import { closeOnceSeen } from './closing';
import { keepDatabaseCopy } from './database-copy';
import { settleNewsletter } from './offered-newsletters';
import { readAgain, readOnceLoaded, type RereadingSurroundings } from './rereading';
import { freeSpaceAndSave, saveForm, undoSave, type SavingSurroundings } from './saving';

/* Functions of the popup that load their code on demand, because what is loaded before the first key must be small. */

export async function save(
  clipping: Clipping,
  opening: Promise<void>,
  around: SavingSurroundings & RereadingSurroundings,
): Promise<void> {
  startDatabaseCopy(around);
  await saveForm(
    clipping,
    opening.then(() => settleNewsletter(clipping, around)),
    around,
  );
  await noteToldOfIncognito(clipping, around);
  closeOnceSeen(clipping);
}

export async function freeSpace(
  clipping: Clipping,
  opening: Promise<void>,
  around: SavingSurroundings,
): Promise<void> {
  startDatabaseCopy(around);
  await freeSpaceAndSave(clipping, opening, around);
  closeOnceSeen(clipping);
}

export async function undo(
  clipping: Clipping,
  before: BeforeSave,
  around: SavingSurroundings,
): Promise<void> {
  startDatabaseCopy(around);
  await undoSave(clipping, before, around);
}

export async function takeBackClipped(
  clipping: Clipping,
  clipId: string,
  around: SavingSurroundings,
): Promise<void> {
  startDatabaseCopy(around);
  await undoClipped(clipping, clipId, around);
}

/** Adds to the popup what few tabs and clips have: notes about hidden words and about Incognito, and the offer to undo. */
export async function tellMore(
  clipping: Clipping,
  clipId: string | undefined,
  around: RereadingSurroundings,
): Promise<void> {
  if (clipId !== undefined) await offerConcealed(clipping, clipId, around);
  if (clipping.state.context.tab?.isIncognito === true) await tellOfIncognito(clipping, around);
}

export async function readTabAgain(clipping: Clipping, around: RereadingSurroundings): Promise<void> {
  await readAgain(clipping, around);
}

export async function readTabOnceLoaded(clipping: Clipping, around: RereadingSurroundings): Promise<void> {
  await readOnceLoaded(clipping, around, askForFieldsOnceLoaded);
}

/** Starts the second copy of the database, and shows what the browser has lost. */
export function startDatabaseCopy({ openDatabase }: SavingSurroundings): void {
  void keepDatabaseCopy(openDatabase);
}
