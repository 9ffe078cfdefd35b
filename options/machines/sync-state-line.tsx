import { useEffect, useState } from 'preact/hooks';
import { postSync, watchSync, type SyncState } from '../../src/sync/sync-state';
import { Button } from '../../src/ui/button';
import { Status } from '../../src/ui/status';
import { useTranslate, type Translate } from '../../src/ui/translation-context';
import { JOIN_PROBLEMS } from './join-problem';

/** “In sync”, “3 to send, offline since 14:02”, “The hub refuses: …”. */
export function SyncStateLine() {
  const translate = useTranslate();
  const [shown, setShown] = useState<SyncState>({ state: 'connecting', waiting: 0 });
  useEffect(() => watchSync(setShown), []);
  const isDown = shown.state === 'offline' || shown.state === 'refused';
  return (
    <div class="machines-actions">
      <Status>
        <p>{describe(shown, translate)}</p>
      </Status>
      {isDown && <Button onClick={() => postSync('retry')}>{translate('optionsTryAgain')}</Button>}
    </div>
  );
}

function describe({ state, problem, waiting, since }: SyncState, translate: Translate): string {
  const number = waiting.toLocaleString(translate('languageOfStrings'));
  const reason = problem && problem !== 'unreachable' ? translate(JOIN_PROBLEMS[problem]) : undefined;
  if (state === 'connecting') return translate('machinesConnecting');
  if (state === 'offline') {
    const time = new Date(since ?? Date.now()).toLocaleTimeString(translate('languageOfStrings'), {
      hour: '2-digit',
      minute: '2-digit',
    });
    return translate('machinesOffline', time, number);
  }
  if (state === 'refused') return translate('machinesRefused', reason ?? '', number);
  const words = state === 'in-sync' ? translate('machinesInSync') : translate('machinesExchanging', number);
  return reason === undefined ? words : `${words} ${reason}`;
}
