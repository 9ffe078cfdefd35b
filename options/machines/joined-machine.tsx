import { useEffect, useState } from 'preact/hooks';
import { forgetHub } from '../../src/browser/hub-permission';
import type { Database } from '../../src/storage/database/database';
import { changeWorkspace, readWorkspace, type Workspace } from '../../src/storage/outbox/workspace';
import { InvalidCodeError, parseHubCode, printMachineCode, type HubAccess } from '../../src/sync/codes';
import { onSync, postSync, watchSync } from '../../src/sync/sync-state';
import { keepInSync } from '../../src/sync/worker-tasks';
import { toBase64 } from '../../src/sync/workspace-key';
import { Button } from '../../src/ui/button';
import { TextArea } from '../../src/ui/fields/text-area';
import { Status } from '../../src/ui/status';
import { SyncStateLine } from '../../src/ui/sync-state-line';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { CODE_PROBLEMS, refuseLongPaste } from './join-problem';
import { RecoveryWords } from './recovery-word-list';
import { OtherMachines } from './other-machines';
import { UnreadRecords } from './unread-records';

export interface JoinedMachineProps {
  database: Database;
  workspace: Workspace;
  onLeave: () => void;
}

/** How far this machine is, and what can be done with its workspace. */
export function JoinedMachine({ database, workspace: first, onLeave }: JoinedMachineProps) {
  const translate = useTranslate();
  const workspace = useWorkspace(database, first);
  const { hub } = workspace;
  useEffect(() => void keepInSync().catch(console.error), []);
  return (
    <>
      <Status>
        <div class="machines-actions">
          <SyncStateLine watch={watchSync} onRetry={() => postSync('retry')} />
        </div>
      </Status>
      <UnreadRecords database={database} />
      <dl class="facts">
        <Fact name={translate('machinesWorkspace')}>{hub.workspace}</Fact>
        <Fact name={translate('machinesThisMachine')}>{hub.machine}</Fact>
        <Fact name={translate('machinesHub')}>{new URL(hub.address).host}</Fact>
      </dl>
      <OtherMachines database={database} workspace={workspace} />
      <NextMachine workspace={workspace} />
      <ShownWords workspace={workspace} />
      <Leaving database={database} workspace={workspace} onLeave={onLeave} />
    </>
  );
}

/** As it is now: other machines join it, and its key is replaced. */
function useWorkspace(database: Database, first: Workspace): Workspace {
  const [workspace, setWorkspace] = useState(first);
  useEffect(() => {
    const read = async () => setWorkspace((await readWorkspace(database)) ?? first);
    return onSync(() => void read().catch(console.error));
  }, [database, first]);
  return workspace;
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd translate={false}>{children}</dd>
    </div>
  );
}

/** Why there is no machine code for a hub code. */
function refusalOf(
  { workspace: name, machine }: HubAccess,
  { hub, removed }: Workspace,
): MessageKey | undefined {
  if (name !== hub.workspace) return 'machinesOtherWorkspace';
  if (machine === hub.machine) return 'machinesSameMachine';
  return removed?.includes(machine) === true ? 'machinesRemovedName' : undefined;
}

/** Makes a machine code from a hub code. */
function NextMachine({ workspace }: { workspace: Workspace }) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<MessageKey>();
  const [code, setCode] = useState<string>();
  const make = () => {
    try {
      const hub = parseHubCode(text);
      const [key] = workspace.keys;
      const refusal = refusalOf(hub, workspace);
      if (refusal) setProblem(refusal);
      else if (key) setCode(printMachineCode({ hub, key: toBase64(key.material), keyId: key.id }));
    } catch (error) {
      if (!(error instanceof InvalidCodeError)) throw error;
      setProblem(CODE_PROBLEMS[error.problem]);
    }
  };
  return (
    <form
      class="machines-form"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <h3>{translate('machinesAdd')}</h3>
      <p>{translate('machinesAddIntroduction')}</p>
      <TextArea
        label={translate('machinesHubCode')}
        problem={problem && translate(problem)}
        value={text}
        lines={3}
        isOneLine
        onPaste={(event) => {
          if (refuseLongPaste(event)) setProblem(CODE_PROBLEMS['too-long']);
        }}
        onChange={(typed) => {
          setText(typed);
          setProblem(undefined);
          setCode(undefined);
        }}
      />
      <div>
        <Button type="submit">{translate('machinesMakeCode')}</Button>
      </div>
      <Status>
        {code !== undefined && (
          <TextArea
            label={translate('machinesMachineCode')}
            hint={translate('machinesMachineCodeHint')}
            value={code}
            lines={3}
            isReadOnly
            onChange={() => undefined}
          />
        )}
      </Status>
    </form>
  );
}

function ShownWords({ workspace }: { workspace: Workspace }) {
  const translate = useTranslate();
  const [isShown, setShown] = useState(false);
  const [key] = workspace.keys;
  return (
    <>
      <div>
        <Button isExpanded={isShown} onClick={() => setShown(!isShown)}>
          {translate('machinesShowWords')}
        </Button>
      </div>
      {isShown && key && <RecoveryWords material={key.material} />}
    </>
  );
}

function Leaving({ database, workspace, onLeave }: JoinedMachineProps) {
  const translate = useTranslate();
  const [isAsked, setAsked] = useState(false);
  const leave = async () => {
    postSync('leave');
    await changeWorkspace(database, () => undefined);
    await forgetHub(workspace.hub.address);
    onLeave();
  };
  if (!isAsked)
    return (
      <div>
        <Button onClick={() => setAsked(true)}>{translate('machinesLeave')}</Button>
      </div>
    );
  return (
    <div class="machines-form" role="group" aria-label={translate('machinesLeave')}>
      <p>{translate('machinesLeaveWhat')}</p>
      <div class="machines-actions">
        <Button look="danger" onClick={() => void leave()}>
          {translate('machinesDoLeave')}
        </Button>
        <Button onClick={() => setAsked(false)}>{translate('optionsCancel')}</Button>
      </div>
    </div>
  );
}
