import type { Desk } from '../state/desk';
import { withField } from './optional-field';

/** Remembers with the issue that findings are meant, by their keys. */
export async function markAsMeant(desk: Desk, keys: readonly string[]): Promise<void> {
  const name = desk.translate('deskActMeant');
  await desk.changeIssue(
    (issue) => withField(issue, 'meant', [...new Set([...(issue.meant ?? []), ...keys])]),
    { name },
  );
  desk.sayDone(name);
}

/** Lists again what was marked as meant. */
export async function forgetMeant(desk: Desk): Promise<void> {
  await desk.changeIssue((issue) => withField(issue, 'meant', undefined), {
    name: desk.translate('deskActMeantAgain'),
  });
}
