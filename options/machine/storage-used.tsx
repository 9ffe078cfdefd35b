import { useEffect, useState } from 'preact/hooks';
import type { Change } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import { countRecords } from '../../src/storage/backup/record-counts';
import { Button } from '../../src/ui/button';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { readDiskSpace, requestKeeping, type DiskSpace } from './disk-space';
import { writeSize } from '../../src/ui/file-size';
import { SettingsSection } from '../controls/settings-section';
import { useStored } from '../controls/use-stored';

const COUNTED = [
  { store: 'clips', title: 'optionsClips' },
  { store: 'issues', title: 'optionsIssues' },
  { store: 'drafts', title: 'optionsDrafts' },
  { store: 'snapshots', title: 'optionsTexts' },
  { store: 'pictures', title: 'optionsPictures' },
] as const;

/** How much data there is, the space that it uses, and whether the browser has promised to keep it. */
export function StorageUsed({ database }: { database: Database | undefined }) {
  const translate = useTranslate();
  const language = translate('languageOfStrings');
  const [space, setSpace] = useState<DiskSpace>({});
  const counts = useStored(database, countAll, mayChangeCounts);
  useEffect(() => void readDiskSpace().then(setSpace), [counts]);

  return (
    <SettingsSection id="storage" introduction={translate('optionsStorageIntroduction')}>
      <dl class="facts">
        {COUNTED.map(({ store, title }) => (
          <Fact key={store} name={translate(title)}>
            {counts?.[store].toLocaleString(language)}
          </Fact>
        ))}
        <Fact name={translate('optionsUsed')}>
          {space.used !== undefined && writeSize(space.used, language)}
        </Fact>
        <Fact name={translate('optionsAvailable')}>
          {space.available !== undefined && writeSize(space.available, language)}
        </Fact>
      </dl>
      <Keeping space={space} onAnswer={() => void readDiskSpace().then(setSpace)} />
    </SettingsSection>
  );
}

function Fact({ name, children }: { name: string; children: string | false | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children === undefined || children === false ? '–' : children}</dd>
    </div>
  );
}

const STORES = COUNTED.map(({ store }) => store);
const countAll = (database: Database) => countRecords(database, STORES);
const mayChangeCounts = ({ clips, issues }: Change) => (clips ?? issues) !== undefined;

function Keeping({ space, onAnswer }: { space: DiskSpace; onAnswer: () => void }) {
  const translate = useTranslate();
  const [isRefused, setRefused] = useState(false);
  if (space.isKept === true) return <p>{translate('optionsKept')}</p>;
  const ask = async () => {
    setRefused((await requestKeeping()) !== true);
    onAnswer();
  };
  return (
    <>
      <p>{translate('optionsNotKept')}</p>
      <div>
        <Button onClick={() => void ask()}>{translate('optionsAskToKeep')}</Button>
      </div>
      <Status>{isRefused && <p>{translate('optionsKeepingRefused')}</p>}</Status>
    </>
  );
}
