import { emptyBin, undoEmptyBin } from '../../src/storage/bin';
import type { Desk } from './desk';

/** Deletes what lies in the bin, with Undo for as long as this desk is open. */
export async function emptyBinAtDesk(desk: Desk): Promise<void> {
  const { clips, snapshots } = await emptyBin(desk.database);
  const { emptied } = desk;
  desk.emptied = {
    clips: [...(emptied?.clips ?? []), ...clips],
    snapshots: [...(emptied?.snapshots ?? []), ...snapshots],
  };
  await desk.readAgain();
  desk.say({
    words: desk.translate('deskBinEmptied', String(clips.length)),
    action: { label: desk.translate('uiUndo'), run: () => desk.run(() => fillBinAgain(desk)) },
  });
}

/** Lays everything back into the bin that was emptied out of it at this desk. */
export async function fillBinAgain(desk: Desk): Promise<void> {
  const { emptied } = desk;
  if (emptied === undefined) return;
  await undoEmptyBin(desk.database, emptied);
  desk.emptied = undefined;
  await desk.readAgain();
  desk.say({ words: desk.translate('deskBinFilledAgain') });
}
