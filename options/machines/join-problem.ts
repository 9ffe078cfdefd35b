import type { CodeProblem } from '../../src/sync/codes';
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
