import { useEffect, useState } from 'preact/hooks';
import type { Preferences } from '../../src/news/preferences';
import { onChange } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { messageForError, type StorageErrorMessage } from '../../src/storage/database/storage-errors';

export type PreferencesChange = (preferences: Preferences) => Preferences;

/** The preferences as the page shows them: the stored ones with the changes that have not been written yet. */
export interface ShownPreferences {
  /** Absent: they could not be read. */
  preferences?: Preferences;
  /** `saved` only after the database has committed the changes. */
  state: 'unchanged' | 'saving' | 'saved' | 'failed';
  /** Why they could not be read or saved. The changes are kept; the next one, or `tryAgain`, tries to save all of them. */
  problem?: StorageErrorMessage;
}

export interface KeptPreferences {
  change: (change: PreferencesChange) => void;
  tryAgain: () => void;
  stop: () => void;
}

/**
 * Saves the preferences while they are edited here and in other pages. A change is shown at once. A change from elsewhere is
 * shown as well, and the unsaved changes are applied to it again. At most one write is in progress, and the next one takes all
 * waiting changes.
 */
function keepPreferences(
  database: Database,
  newsletterId: string,
  show: (shown: ShownPreferences) => void,
): KeptPreferences {
  let stored: Preferences | undefined;
  let unwritten: PreferencesChange[] = [];
  let status: Omit<ShownPreferences, 'preferences'> = { state: 'unchanged' };
  let isWriting = false;

  const showAll = () => {
    show({ ...(stored && { preferences: make(stored, unwritten) }), ...status });
  };

  const fail = (error: unknown) => {
    status = { state: 'failed', problem: messageForError(error) };
    void recordFailure('options', error, database);
  };

  const read = async () => {
    try {
      stored = await readPreferences(database, newsletterId);
    } catch (error) {
      fail(error);
    }
    showAll();
  };

  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    try {
      while (unwritten.length > 0) {
        const changes = [...unwritten];
        stored = await changePreferences(database, (preferences) => make(preferences, changes), newsletterId);
        unwritten = unwritten.slice(changes.length);
      }
      status = { state: 'saved' };
    } catch (error) {
      fail(error);
    }
    isWriting = false;
    showAll();
  };

  const save = () => {
    if (status.state !== 'failed') status = { state: 'saving' };
    showAll();
    void write();
  };

  void read();
  return {
    change(change) {
      unwritten.push(change);
      save();
    },
    tryAgain() {
      void read();
      save();
    },
    stop: onChange((change) => {
      if (change.preferences) void read();
    }),
  };
}

function make(preferences: Preferences, changes: readonly PreferencesChange[]): Preferences {
  return changes.reduce((before, change) => change(before), preferences);
}

/** The current preferences of a newsletter, and a function that changes them. `undefined` until they have been read. */
export function usePreferences(
  database: Database,
  newsletterId: string,
): { kept: KeptPreferences; shown: ShownPreferences } | undefined {
  const [shown, setShown] = useState<ShownPreferences>();
  const [kept, setKept] = useState<KeptPreferences>();
  useEffect(() => {
    const keeping = keepPreferences(database, newsletterId, setShown);
    setKept(keeping);
    return keeping.stop;
  }, [database, newsletterId]);
  return kept && shown && { kept, shown };
}
