import type { TargetId } from '../../src/newsletter/targets';
import { changePreferences } from '../../src/storage/stored-preferences';
import type { Desk } from './desk';

/** Stores the target of all issues from now on, which are copied in its form. */
export async function chooseTarget(desk: Desk, target: TargetId): Promise<void> {
  await changePreferences(
    desk.database,
    ({ exportForm: _, ...preferences }) => ({ ...preferences, target }),
    desk.content.newsletterId,
  );
  await desk.readAgain({ preferences: true });
}
