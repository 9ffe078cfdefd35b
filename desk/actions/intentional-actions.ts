import type { Desk } from '../state/desk';
import { withField } from './optional-field';

/** Stores the keys of findings that are intentional with the issue. */
export async function markAsIntentional(desk: Desk, keys: readonly string[]): Promise<void> {
  const name = desk.translate('deskActIntentional');
  await desk.changeIssue(
    (issue) => withField(issue, 'meant', [...new Set([...(issue.meant ?? []), ...keys])]),
    { name },
  );
  desk.sayDone(name);
}

/** Lists all findings again that were marked as intentional. */
export async function clearIntentional(desk: Desk): Promise<void> {
  await desk.changeIssue((issue) => withField(issue, 'meant', undefined), {
    name: desk.translate('deskActIntentionalAgain'),
  });
}
