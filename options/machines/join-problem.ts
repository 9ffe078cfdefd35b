import type { CodeProblem } from '../../src/sync/codes';
import type { WorkerAnswer } from '../../src/sync/worker-messages';
import type { MessageKey } from '../../src/ui/translation-context';

type Problem = NonNullable<WorkerAnswer['problem']>;

/** What is said when a hub or this machine refuses. */
export const JOIN_PROBLEMS: Record<Problem | 'values', MessageKey> = {
  unreachable: 'machinesUnreachable',
  removed: 'machinesRemoved',
  forbidden: 'machinesForbidden',
  'no-workspace': 'machinesNoWorkspace',
  changed: 'machinesTaken',
  full: 'machinesFull',
  'wrong-key': 'machinesWrongKey',
  taken: 'machinesTaken',
  storage: 'machinesStorage',
  values: 'machinesValues',
};

export const CODE_PROBLEMS: Record<CodeProblem, MessageKey> = {
  empty: 'machinesCodeEmpty',
  'not-a-code': 'machinesCodeNone',
  'too-long': 'machinesCodeNone',
  newer: 'machinesCodeNewer',
  damaged: 'machinesCodeDamaged',
  'machine-code': 'machinesCodeOther',
};
