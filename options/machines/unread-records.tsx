import { useEffect, useState } from 'preact/hooks';
import type { Database } from '../../src/storage/database/database';
import { recordOfSubject } from '../../src/sync/record-body';
import { watchSync } from '../../src/sync/sync-state';
import { useTranslate } from '../../src/ui/translation-context';

/** Which records of this machine the hub has in a form that cannot be read. */
export function UnreadRecords({ database }: { database: Database }) {
  const translate = useTranslate();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(
    () =>
      watchSync(({ unread = [] }) => {
        void readNames(database, unread).then(setNames, console.error);
      }),
    [database],
  );
  if (names.length === 0) return null;
  return (
    <>
      <p>{translate('machinesUnread')}</p>
      <ul>
        {names.map((name) => (
          <li key={name} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of those that this machine has. */
async function readNames(database: Database, subjects: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const subject of subjects) {
    const { store, key } = recordOfSubject(subject) ?? {};
    if (store === undefined || key === undefined) continue;
    const clip = store === 'clips' || store === 'snapshots' ? await database.get('clips', key) : undefined;
    const issue = store === 'issues' ? await database.get('issues', key) : undefined;
    const name = clip?.headline ?? issue?.title;
    if (name !== undefined) names.add(name);
    else if ((await database.getKey(store, key)) !== undefined) names.add(subject);
  }
  return [...names];
}
