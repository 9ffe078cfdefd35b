import { useEffect, useRef, useState } from 'preact/hooks';
import { countRecords } from '../../src/storage/backup/record-counts';
import type { Database } from '../../src/storage/database/database';
import { InvalidCodeError, parseCode, type Code } from '../../src/sync/codes';
import { readRecoveryWords } from '../../src/sync/recovery-words';
import { runInWorker } from '../../src/sync/worker-tasks';
import { newKeyMaterial } from '../../src/sync/workspace-key';
import { Button } from '../../src/ui/button';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { TextArea } from '../../src/ui/fields/text-area';
import { Status } from '../../src/ui/status';
import { HUB_PROBLEMS } from '../../src/ui/sync-state-line';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { CODE_PROBLEMS, refuseLongPaste } from './join-problem';
import { RecoveryWords } from './recovery-word-list';
import { useHubPermission, type HubPermission } from './use-hub-permission';

export interface JoinFormProps {
  database: Database;
  onJoin: () => void;
  onCancel: () => void;
}

/** What the code leads to. `words`: the key that this machine has made. */
interface Found {
  code: Code;
  way: 'first' | 'by-words' | 'by-code';
  material: Uint8Array<ArrayBuffer> | undefined;
}

/** First the code, then what will happen and the way in. */
export function JoinForm({ database, onJoin, onCancel }: JoinFormProps) {
  const [found, setFound] = useState<Found>();
  const permission = useHubPermission();
  if (found === undefined) return <CodeStep permission={permission} onFound={setFound} onCancel={onCancel} />;
  const join = () => {
    permission.keep();
    onJoin();
  };
  return <JoinStep database={database} found={found} onJoin={join} onCancel={onCancel} />;
}

interface CodeStepProps {
  permission: HubPermission;
  onFound: (found: Found) => void;
  onCancel: () => void;
}

function CodeStep({ permission, onFound, onCancel }: CodeStepProps) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<MessageKey>();
  const [isBusy, setBusy] = useState(false);
  const areaRef = useRef<HTMLTextAreaElement>(null);
  useEffect(() => areaRef.current?.focus(), []);

  const find = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      const result = await lookUp(text, permission);
      if (typeof result === 'string') setProblem(result);
      else onFound(result);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="machines-form"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <TextArea
        label={translate('machinesCode')}
        hint={translate('machinesCodeHint')}
        problem={problem && translate(problem)}
        value={text}
        lines={3}
        isOneLine
        onPaste={(event) => {
          if (refuseLongPaste(event)) setProblem(CODE_PROBLEMS['too-long']);
        }}
        areaRef={areaRef}
        onChange={(typed) => {
          setText(typed);
          setProblem(undefined);
        }}
      />
      <Status isUrgent>{problem && <p class="visually-hidden">{translate(problem)}</p>}</Status>
      <div class="machines-actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {translate('machinesContinue')}
        </Button>
        <Button onClick={onCancel}>{translate('optionsCancel')}</Button>
      </div>
    </form>
  );
}

/** Where the code leads, or why it leads nowhere. The permission is then given back. */
async function lookUp(text: string, permission: HubPermission): Promise<Found | MessageKey> {
  try {
    const code = parseCode(text);
    // Before anything else, because the browser asks only in the task of a click.
    const isAllowed = await permission.ask(code.hub.address);
    const answer = isAllowed ? await runInWorker({ kind: 'look', hub: code.hub }) : undefined;
    const problem = answer ? answer.problem && HUB_PROBLEMS[answer.problem] : 'machinesNotAllowed';
    if (problem === undefined) return foundBy(code, answer?.found === 'new');
    permission.giveBack();
    return problem;
  } catch (error) {
    if (error instanceof InvalidCodeError) return CODE_PROBLEMS[error.problem];
    throw error;
  }
}

function foundBy(code: Code, isNew: boolean): Found {
  if (code.kind === 'machine') {
    const material = Uint8Array.fromBase64(code.workspaceKey.key, { alphabet: 'base64url' });
    return { code, way: 'by-code', material };
  }
  return isNew
    ? { code, way: 'first', material: newKeyMaterial() }
    : { code, way: 'by-words', material: undefined };
}

interface JoinStepProps extends JoinFormProps {
  found: Found;
}

function JoinStep({ database, found, onJoin, onCancel }: JoinStepProps) {
  const translate = useTranslate();
  const { way, code, material } = found;
  const [words, setWords] = useState('');
  const [areKept, setKept] = useState(false);
  const [problem, setProblem] = useState<MessageKey>();
  const [isBusy, setBusy] = useState(false);

  const join = async () => {
    const key = material ?? readRecoveryWords(words);
    if (key === undefined) setProblem('machinesNoWords');
    else if (way === 'first' && !areKept) setProblem('machinesKeepWords');
    else if (!isBusy) {
      setBusy(true);
      const task = { kind: 'join', hub: code.hub, material: key, isFirst: way === 'first' } as const;
      const answer = await runInWorker(task);
      setBusy(false);
      if (answer.problem !== undefined) setProblem(HUB_PROBLEMS[answer.problem]);
      else onJoin();
    }
  };
  return (
    <form
      class="machines-form"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <WhatIsJoined database={database} code={code} />
      {way === 'first' && material && <NewWords material={material} areKept={areKept} onChange={setKept} />}
      {way === 'by-words' && (
        <TextArea
          label={translate('machinesRecoveryWords')}
          hint={translate('machinesHasKey')}
          value={words}
          lines={3}
          onChange={(typed) => {
            setWords(typed);
            setProblem(undefined);
          }}
        />
      )}
      <Status isUrgent>{problem && <p class="field-problem">{translate(problem)}</p>}</Status>
      <div class="machines-actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {translate('machinesJoin')}
        </Button>
        <Button onClick={onCancel}>{translate('optionsCancel')}</Button>
      </div>
    </form>
  );
}

interface NewWordsProps {
  material: Uint8Array<ArrayBuffer>;
  areKept: boolean;
  onChange: (areKept: boolean) => void;
}

/** The key that this machine has made. */
function NewWords({ material, areKept, onChange }: NewWordsProps) {
  const translate = useTranslate();
  return (
    <>
      <p>{translate('machinesNewHub')}</p>
      <RecoveryWords material={material} />
      <Checkbox isChecked={areKept} onChange={onChange}>
        {translate('machinesWordsKept')}
      </Checkbox>
    </>
  );
}

/** What goes where. The focus moves here, so that a screen reader reads it. */
function WhatIsJoined({ database, code: { hub } }: { database: Database; code: Code }) {
  const translate = useTranslate();
  const language = translate('languageOfStrings');
  const [counts, setCounts] = useState<{ clips: number; issues: number }>();
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => void countRecords(database, ['clips', 'issues'] as const).then(setCounts), [database]);
  useEffect(() => ref.current?.focus(), []);
  return (
    <p ref={ref} tabIndex={-1}>
      {translate(
        'machinesWhat',
        hub.workspace,
        new URL(hub.address).host,
        (counts?.clips ?? 0).toLocaleString(language),
        (counts?.issues ?? 0).toLocaleString(language),
      )}
    </p>
  );
}
