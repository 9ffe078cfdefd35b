import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../../src/storage/database/changes';
import type { Database, OpenOptions } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { messageForError, type StorageErrorMessage } from '../../src/storage/database/storage-errors';

/** The page's connection to the database. `closed`: by something else, for a later version of Clipsheet or by the browser. */
export type Connection =
  | { state: 'opening' | 'closed' }
  | { state: 'open'; database: Database }
  | { state: 'failed'; problem: StorageErrorMessage };

export type OpenDatabase = (opening: Pick<OpenOptions, 'onClosed'>) => Promise<Database>;

/** How often in a row the database is opened again without a request after the browser has closed it. */
const MOST_REOPENED = 3;

/** Opens the database, and opens it again on request, when the browser has closed it, or when another page has written to it. */
export function useConnection(openDatabase: OpenDatabase): { connection: Connection; reopen: () => void } {
  const [connection, setConnection] = useState<Connection>({ state: 'opening' });
  const [opening, setOpening] = useState({ automatic: 0 });
  const reopen = (automatic = 0) => {
    setOpening({ automatic }); // a new object, also if it is equal
  };
  useEffect(() => {
    let opened: Database | undefined;
    let isOver = false;
    const open = async () => {
      try {
        opened = await openDatabase({
          onClosed: (by) => {
            // It may be damaged. The next connection shows what is left, and the page says what is missing.
            if (by === 'browser' && opening.automatic < MOST_REOPENED) reopen(opening.automatic + 1);
            else setConnection({ state: 'closed' });
          },
        });
        if (isOver) opened.close();
        else setConnection({ state: 'open', database: opened });
      } catch (error) {
        setConnection({ state: 'failed', problem: messageForError(error) });
        void recordFailure('options', error);
      }
    };
    void open();
    return () => {
      isOver = true;
      opened?.close();
    };
  }, [openDatabase, opening]);
  const isFailed = connection.state === 'failed';
  useEffect(() => {
    if (!isFailed) return undefined;
    return onChange(({ failures }) => {
      if (failures !== true) reopen(); // another page has opened it, or its replacement
    });
  }, [isFailed]);
  return {
    connection,
    reopen: () => {
      reopen();
    },
  };
}
