import type { DamagedRecord } from '../../src/storage/backup/damaged-record';
import { useTranslate, type MessageKey, type Translate } from '../../src/ui/translation-context';

const KINDS: Readonly<Record<NonNullable<DamagedRecord['kind']>, MessageKey>> = {
  clips: 'optionsRecordClip',
  issues: 'optionsRecordIssue',
  drafts: 'optionsRecordDraft',
  preferences: 'optionsRecordPreferences',
  newsletters: 'optionsRecordNewsletter',
  editions: 'optionsRecordEdition',
  snapshots: 'optionsRecordSnapshot',
  pictures: 'optionsRecordPicture',
  formers: 'optionsRecordFormer',
};

interface DamagedRecordsProps {
  records: readonly DamagedRecord[];
  /** How many there are; `records` are the first of them. */
  count: number;
}

/** Records that cannot be restored from a backup, described by what can still be read of them. */
export function DamagedRecords({ records, count }: DamagedRecordsProps) {
  const translate = useTranslate();
  const left = count - records.length;
  return (
    <ul class="damaged-records">
      {records.map((record, place) => (
        <li key={place} dir="auto">
          {describe(record, translate)}
        </li>
      ))}
      {left > 0 && (
        <li>{translate('optionsMoreRecords', left.toLocaleString(translate('languageOfStrings')))}</li>
      )}
    </ul>
  );
}

function describe({ kind, title, day, isRepeated }: DamagedRecord, translate: Translate): string {
  const name = translate(kind === undefined ? 'optionsRecordUnknown' : KINDS[kind]);
  const reason = isRepeated === true ? translate('optionsRecordRepeated') : undefined;
  return [title === undefined ? name : `${name}: ${title}`, day, reason]
    .filter((part) => part !== undefined)
    .join(' · ');
}
