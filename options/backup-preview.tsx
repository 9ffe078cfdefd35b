import { useEffect, useRef } from 'preact/hooks';
import type { Backup } from '../src/storage/backup';
import type { BackupComparison } from '../src/storage/backup-comparison';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation';

export interface ChosenBackup extends Backup {
  fileName: string;
  comparison: BackupComparison;
}

interface BackupPreviewProps {
  chosen: ChosenBackup;
  onRestore: () => void;
  onLeave: () => void;
}

const KINDS = [
  { kind: 'clips', title: 'optionsClips' },
  { kind: 'issues', title: 'optionsIssues' },
  { kind: 'drafts', title: 'optionsDrafts' },
] as const;

const NUMBERS = [
  { number: 'here', title: 'optionsHere' },
  { number: 'inFile', title: 'optionsInFile' },
  { number: 'wouldGo', title: 'optionsWouldGo' },
  { number: 'wouldCome', title: 'optionsWouldCome' },
  { number: 'wouldChange', title: 'optionsWouldChange' },
] as const;

/** What a backup holds, and what restoring it would change. */
export function BackupPreview({ chosen, onRestore, onLeave }: BackupPreviewProps) {
  const translate = useTranslate();
  const { fileName, createdAt, content, comparison } = chosen;
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), [chosen]);
  const savedAt = new Date(createdAt).toLocaleString(translate('languageOfStrings'), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (
    <section class="backup-preview" aria-labelledby="backup-preview-title">
      <h3 id="backup-preview-title" ref={headingRef} tabIndex={-1}>
        <bdi>{fileName}</bdi>
      </h3>
      <p>{translate('optionsBackupSavedAt', savedAt)}</p>
      <ComparisonTable comparison={comparison} />
      <ul>
        {comparison.preferencesWouldChange && <li>{translate('optionsPreferencesWouldChange')}</li>}
        <li>{translate(content.snapshots ? 'optionsTextsInFile' : 'optionsTextsStay')}</li>
        <li>{translate(content.pictures ? 'optionsPicturesInFile' : 'optionsPicturesStay')}</li>
      </ul>
      <div class="act-buttons">
        <Button look="danger" onClick={onRestore}>
          {translate('optionsRestore')}
        </Button>
        <Button onClick={onLeave}>{translate('optionsLeave')}</Button>
      </div>
    </section>
  );
}

function ComparisonTable({ comparison }: { comparison: BackupComparison }) {
  const translate = useTranslate();
  const language = translate('languageOfStrings');
  return (
    <table>
      <thead>
        <tr>
          <td />
          {KINDS.map(({ kind, title }) => (
            <th key={kind} scope="col">
              {translate(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NUMBERS.map(({ number, title }) => (
          <tr key={number}>
            <th scope="row">{translate(title)}</th>
            {KINDS.map(({ kind }) => (
              <td key={kind}>{comparison[kind][number].toLocaleString(language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
