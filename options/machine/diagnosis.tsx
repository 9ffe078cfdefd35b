import { useEffect, useState } from 'preact/hooks';
import { onChange, type Change } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import type { FailedPart, Failure } from '../../src/storage/database/failure';
import {
  clearFailures,
  putFailures,
  readFailures,
  readUnwrittenFailures,
} from '../../src/storage/database/error-log';
import { Button } from '../../src/ui/button';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { Notice } from '../../src/ui/banner';
import { Status } from '../../src/ui/status';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { describeMachine, writeReport } from './failure-report';
import { SettingsSection } from '../controls/settings-section';
import { useStored } from '../controls/use-stored';

const PARTS = {
  popup: 'failedPopup',
  menuClip: 'failedMenuClip',
  snapshot: 'failedSnapshot',
  worker: 'failedWorker',
  desk: 'failedDesk',
  options: 'failedOptions',
  backup: 'failedBackup',
  restore: 'failedRestore',
} as const satisfies Record<FailedPart, MessageKey>;

/** How many errors are shown; the report has all of them. */
const MOST_SHOWN = 20;

interface DiagnosisProps {
  database: Database | undefined;
  /** The version of Clipsheet from the manifest. */
  version: string;
}

/** The recorded errors in words, with a report that can be copied. */
export function Diagnosis({ database, version }: DiagnosisProps) {
  const translate = useTranslate();
  const written = useStored(database, readFailures, concernsFailures);
  const unwritten = useUnwritten();
  const failures = written ?? unwritten;
  const [cleared, setCleared] = useState<readonly Failure[]>();
  const clear = async (known: Database) => {
    setCleared(failures);
    await clearFailures(known);
  };
  const bringBack = async (known: Database, previous: readonly Failure[]) => {
    await putFailures(known, previous);
    setCleared(undefined);
  };
  return (
    <SettingsSection id="diagnosis" introduction={translate('diagnosisIntroduction')}>
      {failures.length === 0 ? (
        <p>{translate('diagnosisNothing')}</p>
      ) : (
        <ol class="failures">
          {failures.slice(0, MOST_SHOWN).map((failure) => (
            <FailureRow key={failure.id} failure={failure} />
          ))}
        </ol>
      )}
      <Report database={database} failures={failures} version={version} />
      {database && failures.length > 0 && (
        <div>
          <Button icon="bin" onClick={() => void clear(database)}>
            {translate('diagnosisClear')}
          </Button>
        </div>
      )}
      <Status>
        {database && cleared && (
          <Notice
            actions={
              <Button icon="undo" onClick={() => void bringBack(database, cleared)}>
                {translate('uiUndo')}
              </Button>
            }
          >
            {translate('diagnosisCleared')}
          </Notice>
        )}
      </Status>
    </SettingsSection>
  );
}

/** The errors outside the database, which are shown until that is open. */
function useUnwritten(): readonly Failure[] {
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  useEffect(() => {
    const read = () => void readUnwrittenFailures().then(setFailures);
    read();
    return onChange((change) => {
      if (concernsFailures(change)) read();
    });
  }, []);
  return failures;
}

function FailureRow({ failure }: { failure: Failure }) {
  const translate = useTranslate();
  const at = new Date(failure.at).toLocaleString(translate('languageOfStrings'), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <li>
      <p>
        <strong>{translate(PARTS[failure.part])}</strong> <time dateTime={failure.at}>{at}</time>
      </p>
      <p>{translate(failure.words)}</p>
    </li>
  );
}

function Report({ database, failures, version }: DiagnosisProps & { failures: readonly Failure[] }) {
  const translate = useTranslate();
  const [hasTexts, setTexts] = useState(false);
  const [outcome, setOutcome] = useState<{ isCopied: boolean; report: string }>();
  const copy = async () => {
    const report = writeReport(await describeMachine(database, version), failures, hasTexts);
    try {
      await navigator.clipboard.writeText(report);
      setOutcome({ isCopied: true, report });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // if the browser refuses, the user copies the report by hand
      setOutcome({ isCopied: false, report });
    }
  };
  return (
    <div class="act">
      <Checkbox isChecked={hasTexts} onChange={setTexts}>
        {translate('diagnosisWithTexts')}
      </Checkbox>
      <div>
        <Button onClick={() => void copy()}>{translate('diagnosisCopy')}</Button>
      </div>
      <Status>
        {outcome?.isCopied === true && <Notice tone="success">{translate('diagnosisCopied')}</Notice>}
        {outcome?.isCopied === false && <pre class="report">{outcome.report}</pre>}
      </Status>
    </div>
  );
}

const concernsFailures = ({ failures }: Change) => failures === true;
