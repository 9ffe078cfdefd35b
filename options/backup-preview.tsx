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
  const columns = [
    { field: 'here', title: translate('optionsHere') },
    { field: 'inFile', title: translate('optionsInFile') },
    { field: 'wouldGo', title: translate('optionsWouldGo') },
    { field: 'wouldCome', title: translate('optionsWouldCome') },
    { field: 'wouldChange', title: translate('optionsWouldChange') },
  ] as const;
  return (
    <table>
      <thead>
        <tr>
          <td />
          {columns.map(({ field, title }) => (
            <th key={field} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map(({ kind, title }) => (
          <tr key={kind}>
            <th scope="row">{translate(title)}</th>
            {columns.map(({ field }) => (
              <td key={field}>{comparison[kind][field].toLocaleString(translate('languageOfStrings'))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
