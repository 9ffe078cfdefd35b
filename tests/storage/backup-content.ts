import { readBackup, type Backup } from '../../src/storage/backup/backup';
import type { BackupRecord, LargeStore, Store } from '../../src/storage/backup/backup-content';
import type { ClipsheetSchema } from '../../src/storage/database/schema';

type Records<Name extends Store> = ClipsheetSchema[Name]['value'][];

/** The content of a backup by store. An absent store was left out. */
export type Content = { [Name in Exclude<Store, LargeStore>]: Records<Name> } & {
  [Name in LargeStore]?: Records<Name>;
};

/** Checks a file and returns its content. */
export async function contentOf(file: Blob): Promise<Content> {
  return contentIn(await readBackup(file));
}

export async function contentIn(backup: Backup): Promise<Content> {
  const content = Object.fromEntries(backup.stores.map((name) => [name, [] as unknown[]]));
  for await (const { store, record } of backup.read()) content[store]?.push(record);
  return content as Content;
}

/** A backup with these records. */
export function backupOf(
  content: Content,
  about: Pick<Backup, 'createdAt' | 'origin'> = { createdAt: '2024-01-01T00:00:00.000Z' },
): Backup {
  const stores = Object.keys(content) as Store[];
  return {
    ...about,
    stores,
    async *read() {
      for (const store of stores)
        for (const record of content[store] ?? [])
          yield await Promise.resolve({ store, record } as BackupRecord);
    },
  };
}

/** Pictures as their bytes, because two Blobs are never equal. */
export async function comparable(content: Content) {
  const pictures = (content.pictures ?? []).map(async ({ id, data }) => ({
    id,
    type: data.type,
    bytes: new Uint8Array(await data.arrayBuffer()),
  }));
  return { ...content, pictures: await Promise.all(pictures) };
}

/** The content of records without their versions, because a restored record is a later version with its own history. */
export function withoutVersions<Kept extends object>(content: Kept): Kept {
  const plain: unknown = JSON.parse(
    JSON.stringify(content, (key, value: unknown) =>
      key === 'edits' || key === 'revision' || key === 'formerIds' ? undefined : value,
    ),
  );
  return plain as Kept;
}
