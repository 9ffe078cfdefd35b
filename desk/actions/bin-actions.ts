import { emptyBin, undoEmptyBin, type EmptiedBin } from '../../src/storage/bin';
import type { Desk } from '../state/desk';
import { focusOn } from '../state/focus';

/** Shows the bin in place of the outline, or the outline again. */
export function openBin(desk: Desk, isBinOpen: boolean): void {
  desk.show({ isBinOpen });
  focusOn('bin', {});
}

/** Deletes what lies in the bin, with Undo for as long as this desk is open. */
export async function emptyBinAtDesk(desk: Desk): Promise<void> {
  let emptied = await emptyAndHold(desk);
  desk.keep({
    name: desk.translate('deskActBinEmptied'),
    changes: {
      deed: {
        takeBack: async () => {
          await undoEmptyBin(desk.database, emptied);
          hold(desk, (held) => held.filter((each) => each !== emptied));
          return true;
        },
        doAgain: async () => {
          emptied = await emptyAndHold(desk);
          return true;
        },
      },
    },
  });
  await desk.readAgain();
  desk.sayDone(desk.translate('deskBinEmptied', String(emptied.clips.length)));
}

/** Lays everything back into the bin that was emptied out of it at this desk. */
export async function fillBinAgain(desk: Desk): Promise<void> {
  for (const emptied of desk.emptied) await undoEmptyBin(desk.database, emptied);
  hold(desk, () => []);
  await desk.readAgain();
  desk.say({ words: desk.translate('deskBinFilledAgain') });
}

async function emptyAndHold(desk: Desk): Promise<EmptiedBin> {
  const emptied = await emptyBin(desk.database);
  hold(desk, (held) => [...held, emptied]);
  return emptied;
}

function hold(desk: Desk, change: (held: readonly EmptiedBin[]) => readonly EmptiedBin[]): void {
  desk.emptied = change(desk.emptied);
}
