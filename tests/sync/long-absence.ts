import { onTestFinished, vi } from 'vitest';
import { emptyBin } from '../../src/storage/bin';
import { saveClip } from '../../src/storage/saved-clip';
import { binClip } from '../storage/changed-clip';
import { article } from '../storage/fresh-database';
import { settle, twoMachines, type Machine } from './machine';

/** Days pass for all machines. */
export function letPass(days: number): void {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 });
}

/**
 * The laptop deletes a clip for good while the desktop is away for 91 days. Neither is connected after that. `goBack`: puts back
 * what the hub had just after the deletion. `note`: what the laptop remembered of it.
 */
export async function afterLongAbsence() {
  const { hub, laptop, desktop } = await twoMachines();
  const { clip } = await saveClip(laptop.database, { content: article, newSection: 'Diplomacy' });
  laptop.connect();
  desktop.connect();
  await settle(laptop, desktop);
  await desktop.disconnect();
  await binClip(laptop.database, clip.id);
  await emptyBin(laptop.database);
  await laptop.settle();
  await laptop.disconnect();
  const goBack = hub.copy();
  const note = await laptop.database.get('purged', clip.id);
  letPass(91);
  laptop.connect();
  await laptop.settle();
  await laptop.disconnect();
  return { hub, laptop, desktop, id: clip.id, goBack, note };
}

export async function connectBoth(laptop: Machine, desktop: Machine): Promise<void> {
  for (const machine of [laptop, desktop]) {
    await machine.disconnect();
    machine.connect();
  }
  await settle(laptop, desktop);
}
