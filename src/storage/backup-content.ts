import type { StoreNames } from 'idb';
import { recordSchema } from './backup-record';
import type { ClipsheetSchema } from './schema';

/** What a backup holds: not what is of this machine alone, nor what is made from the rest. */
export type Store = Exclude<
  StoreNames<ClipsheetSchema>,
  'failures' | 'upkeep' | 'unindexed' | 'indexBlocks' | 'indexing'
>;
type Records<Name extends Store> = ClipsheetSchema[Name]['value'][];

/** What may be left out of a backup, because it can be large: the saved texts of pages, and the covers. */
export type LargeStore = 'snapshots' | 'pictures';

/** All that the database holds, store by store. An absent store was left out. */
export type Content = { [Name in Exclude<Store, LargeStore>]: Records<Name> } & {
  [Name in LargeStore]?: Records<Name>;
};

export const STORES = recordSchema.options.map((option) => option.entries.store.literal);
export const LARGE_STORES: readonly LargeStore[] = ['snapshots', 'pictures'];

/** The records of the named stores, which `readAll` reads within one transaction. */
export async function collectContent<Name extends Store>(
  names: readonly Name[],
  readAll: (name: Name) => Promise<unknown[]>,
): Promise<Pick<Content, Name>> {
  const stores = await Promise.all(names.map(async (name) => [name, await readAll(name)] as const));
  return Object.fromEntries(stores) as unknown as Pick<Content, Name>; // each store's records under its name
}

/** The stores that a content has. */
export function storesOf(content: Content): Store[] {
  return STORES.filter((name) => content[name] !== undefined);
}

/** What a record lies under in its store. */
export function keyOf(record: NonNullable<Content[Store]>[number]): string {
  if ('clipId' in record) return record.clipId;
  if ('id' in record) return record.id;
  return 'key' in record ? record.key : 'preferences';
}
