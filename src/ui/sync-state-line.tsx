import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { useTranslate, type MessageKey, type Translate } from './translation-context';

/** What is said when a hub or this machine refuses. */
export const HUB_PROBLEMS = {
  unreachable: 'machinesUnreachable',
  removed: 'machinesRemoved',
  forbidden: 'machinesForbidden',
  'no-workspace': 'machinesNoWorkspace',
  changed: 'machinesTaken',
  full: 'machinesFull',
  slow: 'machinesSlow',
  elsewhere: 'machinesElsewhere',
  'wrong-key': 'machinesWrongKey',
  taken: 'machinesTaken',
  storage: 'machinesStorage',
  values: 'machinesValues',
  forged: 'machinesForged',
  'no-key': 'machinesNoKey',
} as const satisfies Record<string, MessageKey>;

/** Whether this machine is in sync with its hub. */
export interface ShownSync {
  state: 'connecting' | 'exchanging' | 'in-sync' | 'offline' | 'refused';
  problem?: keyof typeof HUB_PROBLEMS;
  /** How many records the hub has yet to get. */
  waiting: number;
  /** What the hub has and cannot be read. */
  unread?: readonly string[];
  /** Since when the connection is down, in milliseconds since 1970. */
  since?: number;
}

interface SyncStateLineProps {
  /** Calls the listener with the current state and each later one; the returned function ends that. */
  watch: (listener: (state: ShownSync) => void) => () => void;
  onRetry: () => void;
}

/** “In sync”, “Offline since 14:02; to send: 3”, “The hub refuses. …”, and a button where there is no connection. */
export function SyncStateLine({ watch, onRetry }: SyncStateLineProps) {
  const translate = useTranslate();
  const [shown, setShown] = useState<ShownSync>({ state: 'connecting', waiting: 0 });
  useEffect(() => watch(setShown), [watch]);
  const isDown = shown.state === 'offline' || shown.state === 'refused';
  return (
    <>
      <p>{describe(shown, translate)}</p>
      {isDown && <Button onClick={onRetry}>{translate('optionsTryAgain')}</Button>}
    </>
  );
}

function describe({ state, problem, waiting, since, unread = [] }: ShownSync, translate: Translate): string {
  const language = translate('languageOfStrings');
  const number = waiting.toLocaleString(language);
  const count = unread.length.toLocaleString(language);
  const reason = problem && problem !== 'unreachable' ? translate(HUB_PROBLEMS[problem], count) : undefined;
  if (state === 'connecting') return translate('machinesConnecting');
  if (state === 'offline') {
    const time = new Date(since ?? Date.now()).toLocaleTimeString(language, {
      hour: '2-digit',
      minute: '2-digit',
    });
    const words = translate('machinesOffline', time, number);
    return reason === undefined ? words : `${words} ${reason}`;
  }
  if (problem === 'no-key' || problem === 'elsewhere') return translate(HUB_PROBLEMS[problem], number);
  if (state === 'refused') return translate('machinesRefused', reason ?? '', number);
  const words = state === 'in-sync' ? translate('machinesInSync') : translate('machinesExchanging', number);
  return reason === undefined ? words : `${words} ${reason}`;
}
