import { useEffect, useState } from 'preact/hooks';
import type { Database } from '../../src/storage/database/database';
import type { Workspace } from '../../src/storage/outbox/workspace';
import { replaceKey } from '../../src/sync/key-rotation';
import { postSync, watchSync } from '../../src/sync/sync-state';
import { Button } from '../../src/ui/button';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';

interface OtherMachinesProps {
  database: Database;
  workspace: Workspace;
}

/** What the analyst is asked about: a machine to be removed, or only the key. */
interface Asked {
  machine?: string;
}

/** The other machines of the workspace. Each can be removed, which replaces the key; the key can also be replaced alone. */
export function OtherMachines({ database, workspace }: OtherMachinesProps) {
  const translate = useTranslate();
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const [isInSync, setInSync] = useState(false);
  useEffect(() => watchSync(({ state }) => setInSync(state === 'in-sync')), []);
  const { machines, removed = [] } = workspace;
  const others = [...(machines?.keys() ?? [])].filter((name) => !removed.includes(name)).sort();
  const ask = (question: Asked) => {
    setSaid('');
    setAsked(question);
  };
  return (
    <>
      <h3>{translate('machinesOthers')}</h3>
      {others.length === 0 && <p>{translate('machinesAlone')}</p>}
      <ul class="machines-others">
        {others.map((name) => (
          <li key={name}>
            <span translate={false}>{name}</span>
            <Button onClick={() => ask({ machine: name })}>{translate('machinesRemove', name)}</Button>
          </li>
        ))}
      </ul>
      {asked ? (
        <Question
          {...{ database, asked, isInSync }}
          onEnd={(words) => {
            setAsked(undefined);
            setSaid(words);
          }}
        />
      ) : (
        <div>
          <Button onClick={() => ask({})}>{translate('machinesReplaceKey')}</Button>
        </div>
      )}
      <Status>{said !== '' && <p>{said}</p>}</Status>
    </>
  );
}

interface QuestionProps {
  database: Database;
  asked: Asked;
  isInSync: boolean;
  /** Called with what was done, or with nothing. */
  onEnd: (words: string) => void;
}

/** Says what will happen, and does it. A machine that is not in sync may not know all others, which would not get the key. */
function Question({ database, asked: { machine }, isInSync, onEnd }: QuestionProps) {
  const translate = useTranslate();
  const [isRefused, setRefused] = useState(false);
  const replace = async () => {
    if (!isInSync) {
      setRefused(true);
      return;
    }
    await replaceKey(database, machine);
    postSync('rekeyed');
    onEnd(
      machine === undefined ? translate('machinesKeyReplaced') : translate('machinesWasRemoved', machine),
    );
  };
  const label =
    machine === undefined ? translate('machinesReplaceKey') : translate('machinesRemove', machine);
  return (
    <div class="machines-form" role="group" aria-label={label}>
      <p>
        {machine === undefined ? translate('machinesReplaceWhat') : translate('machinesRemoveWhat', machine)}
      </p>
      {machine !== undefined && (
        <p>
          <code translate={false}>{`npm run hub -- remove ${machine}`}</code>
        </p>
      )}
      <Status isUrgent>{isRefused && <p class="field-problem">{translate('machinesNotInSync')}</p>}</Status>
      <div class="machines-actions">
        <Button look="danger" onClick={() => void replace()}>
          {translate(machine === undefined ? 'machinesDoReplace' : 'machinesDoRemove')}
        </Button>
        <Button onClick={() => onEnd('')}>{translate('optionsCancel')}</Button>
      </div>
    </div>
  );
}
