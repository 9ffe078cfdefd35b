import { announceChange } from '../database/changes';
import type { Writing } from '../database/durable-write';
import type { Database } from '../database/schema';
import { changeWorkspace, changeWorkspaceIn, readWorkspace, type Workspace } from './workspace';

/** The clips of `Workspace.orphaned`. */
export type Orphaned = NonNullable<Workspace['orphaned']>;

/** For use within a transaction. Forgets those of an earlier absence. */
export async function rememberOrphaned(
  transaction: Pick<Writing<'upkeep'>, 'objectStore'>,
  binned: Orphaned,
  awaySince: string,
): Promise<void> {
  await changeWorkspaceIn(transaction, (workspace) => {
    const others = [...(workspace.orphaned ?? [])].filter(([, at]) => at > awaySince);
    return { ...workspace, orphaned: new Map([...others, ...binned]) };
  });
}

/** Includes clips that have left the bin since. */
export async function readOrphaned(database: Database): Promise<Orphaned> {
  return (await readWorkspace(database))?.orphaned ?? new Map<string, string>();
}

/** The user has decided what becomes of these clips. Other open pages ask no more. */
export async function forgetOrphaned(database: Database, ids: string[]): Promise<void> {
  await changeWorkspace(database, (workspace) => {
    if (workspace === undefined) return undefined;
    const { orphaned = [], ...rest } = workspace;
    const others = new Map([...orphaned].filter(([id]) => !ids.includes(id)));
    return others.size > 0 ? { ...rest, orphaned: others } : rest;
  });
  announceChange({ clips: ids });
}
