import { emptyBin, undoEmptyBin, type EmptiedBin } from '../../src/storage/bin';
import type { Desk } from '../state/desk';
import { focusOn } from '../state/focus';

/** Shows the bin in place of the outline, or the outline again. */
export function openBin(desk: Desk, isBinOpen: boolean): void {
  desk.show({ isBinOpen });
  focusOn('bin', {});
}

/** Deletes everything in the newsletter's bin. Undo works as long as this desk is open. */
export async function emptyBinAtDesk(desk: Desk): Promise<void> {
  let emptied = await emptyAndHold(desk);
  desk.recordAction({
    name: desk.translate('deskActBinEmptied'),
    changes: {
      action: {
        undo: async () => {
          await undoEmptyBin(desk.database, emptied);
          hold(desk, (held) => held.filter((each) => each !== emptied));
          return true;
        },
        redo: async () => {
          emptied = await emptyAndHold(desk);
          return true;
        },
      },
    },
  });
  await desk.readAgain();
  desk.sayDone(desk.translate('deskBinEmptied', emptied.clips.length));
}

/** Restores everything that was deleted from the bin at this desk. */
export async function restoreEmptiedBin(desk: Desk): Promise<void> {
  for (const emptied of desk.emptied) await undoEmptyBin(desk.database, emptied);
  hold(desk, () => []);
  await desk.readAgain();
  desk.say({ words: desk.translate('deskBinFilledAgain') });
}

async function emptyAndHold(desk: Desk): Promise<EmptiedBin> {
  const emptied = await emptyBin(
    desk.database,
    desk.content.bin.map(({ id }) => id),
  );
  hold(desk, (held) => [...held, emptied]);
  return emptied;
}

function hold(desk: Desk, change: (held: readonly EmptiedBin[]) => readonly EmptiedBin[]): void {
  desk.emptied = change(desk.emptied);
}
