import type { BeforeSave, Clipping } from './clipping';
import { undoClipped } from './clipped-undo';
import { keepDatabaseCopy } from './database-copy';
import { makeRoomAndSave, saveSheet, undoSave, type SavingSurroundings } from './saving';

/* What the popup does late is loaded late: what comes before the first key is kept small. */

export async function save(
  clipping: Clipping,
  opening: Promise<void>,
  around: SavingSurroundings,
): Promise<void> {
  keepCopy(around);
  await saveSheet(clipping, opening, around);
}

export async function makeRoom(
  clipping: Clipping,
  opening: Promise<void>,
  around: SavingSurroundings,
): Promise<void> {
  keepCopy(around);
  await makeRoomAndSave(clipping, opening, around);
}

export async function undo(
  clipping: Clipping,
  before: BeforeSave,
  around: SavingSurroundings,
): Promise<void> {
  keepCopy(around);
  await undoSave(clipping, before, around);
}

export async function takeBackClipped(
  clipping: Clipping,
  clipId: string,
  around: SavingSurroundings,
): Promise<void> {
  keepCopy(around);
  await undoClipped(clipping, clipId, around);
}

/** From now on saves are copied outside the database, and the popup says what the browser has lost. */
export function keepCopy({ openDatabase }: SavingSurroundings): void {
  void keepDatabaseCopy(openDatabase);
}
