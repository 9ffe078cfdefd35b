import { useEffect, useRef, useState } from 'preact/hooks';
import type { Backup } from '../../src/storage/backup/backup';
import type { RestorePreview } from '../../src/storage/backup/restore-preview';
import type { RestoreWay } from '../../src/storage/backup/merged-batch';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { DamagedBackup } from './damaged-backup';

export interface ChosenBackup {
  backup: Backup;
  fileName: string;
  preview: Record<RestoreWay, RestorePreview>;
}

interface BackupPreviewProps {
  chosen: ChosenBackup;
  onRestore: (way: RestoreWay) => void;
  onLeave: () => void;
}

const KINDS = [
  { kind: 'clips', title: 'optionsClips' },
  { kind: 'issues', title: 'optionsIssues' },
  { kind: 'drafts', title: 'optionsDrafts' },
] as const;

const WAYS = [
  { value: 'merge', title: 'optionsWayMerge' },
  { value: 'replace', title: 'optionsWayReplace' },
] as const;

const NUMBERS = [
  { number: 'here', title: 'optionsHere' },
  { number: 'inFile', title: 'optionsInFile' },
  { number: 'wouldGo', title: 'optionsWouldGo' },
  { number: 'wouldCome', title: 'optionsWouldCome' },
  { number: 'wouldChange', title: 'optionsWouldChange' },
] as const;

/**
 * What a backup contains, and what restoring it would change. A damaged one can only be merged, because replacing would delete
 * the records that it lacks.
 */
export function BackupPreview({ chosen, onRestore, onLeave }: BackupPreviewProps) {
  const translate = useTranslate();
  const { fileName, preview } = chosen;
  const { createdAt, stores, damage } = chosen.backup;
  const [hasTexts, hasPictures] = [stores.includes('snapshots'), stores.includes('pictures')];
  const [way, setWay] = useState<RestoreWay>('merge');
  const shown = preview[way];
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
      {Date.parse(createdAt) > 0 && <p>{translate('optionsBackupSavedAt', savedAt)}</p>}
      {damage && <DamagedBackup damage={damage} fileName={fileName} />}
      {!damage && (
        <fieldset class="restore-ways">
          <legend class="visually-hidden">{translate('optionsRestoreWay')}</legend>
          {WAYS.map(({ value, title }) => (
            <label key={value}>
              <input type="radio" name="restore-way" checked={way === value} onChange={() => setWay(value)} />
              <span>{translate(title)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ComparisonTable comparison={shown} />
      <ul>
        {shown.united > 0 && <li>{translate('optionsUnited', shown.united)}</li>}
        {shown.preferencesWouldChange && (
          <li>{translate(way === 'merge' ? 'optionsPreferencesMerge' : 'optionsPreferencesWouldChange')}</li>
        )}
        {(way === 'replace' || !hasTexts) && (
          <li>{translate(hasTexts ? 'optionsTextsInFile' : 'optionsTextsStay')}</li>
        )}
        {(way === 'replace' || !hasPictures) && (
          <li>{translate(hasPictures ? 'optionsPicturesInFile' : 'optionsPicturesStay')}</li>
        )}
      </ul>
      <div class="act-buttons">
        {damage?.good !== 0 && (
          <Button look={way === 'merge' && !damage ? 'primary' : 'danger'} onClick={() => onRestore(way)}>
            {translate(damage ? 'optionsMergeGood' : way === 'merge' ? 'optionsMerge' : 'optionsRestore')}
          </Button>
        )}
        <Button onClick={onLeave}>{translate('optionsLeave')}</Button>
      </div>
    </section>
  );
}

function ComparisonTable({ comparison }: { comparison: RestorePreview }) {
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
