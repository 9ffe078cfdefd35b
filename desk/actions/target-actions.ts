import type { TargetId } from '../../src/newsletter/targets';
import { changePreferences } from '../../src/storage/stored-preferences';
import type { Desk } from '../state/desk';

/** Stores the target of the newsletter. The form chosen last is dropped, so that the issue is exported in the form of the target. */
export async function chooseTarget(desk: Desk, target: TargetId): Promise<void> {
  await changePreferences(
    desk.database,
    ({ exportForm: _, ...preferences }) => ({ ...preferences, target }),
    desk.content.newsletterId,
  );
  await desk.readAgain({ preferences: true });
}
