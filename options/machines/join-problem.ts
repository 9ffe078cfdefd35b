import { LONGEST_CODE_PASTE, type CodeProblem } from '../../src/sync/codes';
import type { MessageKey } from '../../src/ui/translation-context';

/** What is said of a code that cannot be read. */
export const CODE_PROBLEMS: Record<CodeProblem, MessageKey> = {
  empty: 'machinesCodeEmpty',
  'not-a-code': 'machinesCodeNone',
  'too-long': 'machinesCodeNone',
  newer: 'machinesCodeNewer',
  damaged: 'machinesCodeDamaged',
  'machine-code': 'machinesCodeOther',
};

/** Refuses a paste that is longer than any code, before the browser lays it out. Returns whether it did. */
export function refuseLongPaste(event: ClipboardEvent): boolean {
  const { length } = event.clipboardData?.getData('text/plain') ?? '';
  if (length <= LONGEST_CODE_PASTE) return false;
  event.preventDefault();
  return true;
}
