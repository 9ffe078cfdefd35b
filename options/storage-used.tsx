import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../src/storage/changes';
import type { Database } from '../src/storage/database';
import { countRecords } from '../src/storage/record-counts';
import { StorageError } from '../src/storage/storage-errors';
import { Button } from '../src/ui/button';
import { Status } from '../src/ui/status';
import { useTranslate } from '../src/ui/translation';
import { readDiskSpace, requestKeeping, type DiskSpace } from './disk-space';
import { writeSize } from './file-size';
import { Part } from './part';

const COUNTED = [
  { store: 'clips', title: 'optionsClips' },
  { store: 'issues', title: 'optionsIssues' },
  { store: 'drafts', title: 'optionsDrafts' },
  { store: 'snapshots', title: 'optionsTexts' },
  { store: 'pictures', title: 'optionsPictures' },
] as const;

/** What there is, the room that it takes, and whether the browser has promised to keep it. */
export function StorageUsed({ database }: { database: Database | undefined }) {
  const translate = useTranslate();
  const language = translate('languageOfStrings');
  const [space, setSpace] = useState<DiskSpace>({});
  const counts = useCounts(database);
  useEffect(() => void readDiskSpace().then(setSpace), [counts]);

  return (
    <Part id="storage" introduction={translate('optionsStorageIntroduction')}>
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
    </Part>
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

type Counts = Record<(typeof COUNTED)[number]['store'], number>;

/** How many records of each kind there are, counted anew whenever one comes or goes. */
function useCounts(database: Database | undefined): Counts | undefined {
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    if (database === undefined) return undefined;
    const count = async () => {
      try {
        setCounts(
          await countRecords(
            database,
            COUNTED.map(({ store }) => store),
          ),
        );
      } catch (error) {
        if (!(error instanceof StorageError)) throw error; // the page says at its top that the database is closed
      }
    };
    void count();
    return onChange(({ clips, issues }) => {
      if (clips ?? issues) void count();
    });
  }, [database]);
  return counts;
}

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
