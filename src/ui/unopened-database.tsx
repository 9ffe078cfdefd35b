import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { Notice } from './banner';
import { saveFile } from './saved-file';
import { useTranslate } from './translation-context';

interface UnopenedDatabaseProps {
  /** A function that reads the second copy as a backup, if there is one. */
  findCopy: () => Promise<(() => Promise<Blob>) | undefined>;
  nameBackup: (now: Date) => string;
  /** Deletes the database that does not open, and reloads the page. Returns `false` if the browser refuses. */
  onRenew: () => Promise<boolean>;
}

/** If a database does not open but has a second copy: offers the copy as a file, or a new database for it. */
export function UnopenedDatabase({ findCopy, nameBackup, onRenew }: UnopenedDatabaseProps) {
  const translate = useTranslate();
  const [copy, setCopy] = useState<{ read: () => Promise<Blob> }>();
  const [reading, setReading] = useState<'busy' | 'failed'>();
  const [isStuck, setIsStuck] = useState(false);
  useEffect(() => {
    findCopy().then((read) => setCopy(read && { read }), console.error); // the user knows already that the database does not open
  }, [findCopy]);
  if (copy === undefined) return null;
  const save = async () => {
    setReading('busy');
    try {
      saveFile(await copy.read(), nameBackup(new Date()));
      setReading(undefined);
    } catch (error) {
      console.error(error);
      setReading('failed');
    }
  };
  return (
    <Notice
      tone="warning"
      actions={
        <>
          {!isStuck && (
            <Button look="primary" onClick={() => void onRenew().then((isRenewed) => setIsStuck(!isRenewed))}>
              {translate('lostNewDatabase')}
            </Button>
          )}
          <Button isBusy={reading === 'busy'} onClick={() => void save()}>
            {translate('lostSaveFile')}
          </Button>
        </>
      }
    >
      {reading === 'failed' && `${translate('lostNotRead')} `}
      {translate(isStuck ? 'lostStuck' : 'lostUnopened')}
    </Notice>
  );
}
