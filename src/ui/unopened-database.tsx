import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { Notice } from './banner';
import { saveFile } from './saved-file';
import { useTranslate } from './translation-context';

interface UnopenedDatabaseProps {
  /** A function that reads the second copy as a backup, if there is one. */
  findCopy: () => Promise<(() => Promise<Blob>) | undefined>;
  nameBackup: (now: Date) => string;
  /** Makes a new database in place of the one that does not open, and reloads the page. Returns `false` if the browser refuses. */
  onRenew: (hasCopy: boolean) => Promise<boolean>;
}

/** For a database that does not open: offers its second copy as a file, or a new database for it; or an empty one if there is no copy. */
export function UnopenedDatabase({ findCopy, nameBackup, onRenew }: UnopenedDatabaseProps) {
  const translate = useTranslate();
  const [copy, setCopy] = useState<{ read?: () => Promise<Blob> }>();
  const [reading, setReading] = useState<'busy' | 'failed'>();
  const [isStuck, setIsStuck] = useState(false);
  useEffect(() => {
    void findCopy()
      .catch(console.error) // the user knows already that the database does not open
      .then((read) => setCopy(read ? { read } : {}));
  }, [findCopy]);
  if (copy === undefined) return null;
  const { read } = copy;
  const words = read ? 'lostUnopened' : 'lostUnopenedAlone';
  const save = async (readCopy: () => Promise<Blob>) => {
    setReading('busy');
    try {
      saveFile(await readCopy(), nameBackup(new Date()));
      setReading(undefined);
    } catch (error) {
      console.error(error);
      setReading('failed');
    }
  };
  const renew = async () => {
    setIsStuck(!(await onRenew(read !== undefined)));
  };
  return (
    <Notice
      tone="warning"
      actions={
        <>
          {!isStuck && (
            <Button look="primary" onClick={() => void renew()}>
              {translate(read ? 'lostNewDatabase' : 'lostEmptyDatabase')}
            </Button>
          )}
          {read && (
            <Button isBusy={reading === 'busy'} onClick={() => void save(read)}>
              {translate('lostSaveFile')}
            </Button>
          )}
        </>
      }
    >
      {reading === 'failed' && `${translate('lostNotRead')} `}
      {translate(isStuck ? 'lostStuck' : words)}
    </Notice>
  );
}
