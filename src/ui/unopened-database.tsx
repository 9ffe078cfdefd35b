import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { Notice } from './banner';
import { saveFile } from './saved-file';
import { useTranslate } from './translation-context';

interface UnopenedDatabaseProps {
  /** The second copy as a backup, if there is one. */
  readCopy: () => Promise<Blob | undefined>;
  nameBackup: (now: Date) => string;
  /** Deletes the database that does not open, and reloads the page. Returns `false` if the browser refuses. */
  onRenew: () => Promise<boolean>;
}

/** If a database does not open but has a second copy: offers the copy as a file, or a new database for it. */
export function UnopenedDatabase({ readCopy, nameBackup, onRenew }: UnopenedDatabaseProps) {
  const translate = useTranslate();
  const [copy, setCopy] = useState<Blob>();
  const [isStuck, setIsStuck] = useState(false);
  useEffect(() => {
    readCopy().then(setCopy, console.error); // the user knows already that the database does not open
  }, [readCopy]);
  if (copy === undefined) return null;
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
          <Button onClick={() => saveFile(copy, nameBackup(new Date()))}>{translate('lostSaveFile')}</Button>
        </>
      }
    >
      {translate(isStuck ? 'lostStuck' : 'lostUnopened')}
    </Notice>
  );
}
