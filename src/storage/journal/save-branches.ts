import { encodeRecord, readRecord } from '../backup/backup-record';
import { mergeRecord } from '../backup/merged-record';
import type { CopyFile } from './copy-file';
import { placeOf, type FiledWrite } from './save-file';

/** Saves of which each was made after the one before it. */
interface Branch {
  number: number;
  id: string;
  /** The last write of each record. */
  writes: Map<string, FiledWrite>;
}

/**
 * The saves of one generation. A database that the browser has set back may save before a page finds that out: these saves have the
 * same numbers as lost ones, and are a branch of their own.
 */
export class SaveBranches {
  private readonly branches: Branch[] = [];

  /** To be called in the order of the numbers. */
  add({ number, id, after }: CopyFile, writes: readonly FiledWrite[]): void {
    const branch = this.branchAfter(number, after);
    Object.assign(branch, { number, id });
    for (const write of writes) branch.writes.set(placeOf(write), write);
  }

  private branchAfter(number: number, after: string): Branch {
    const found =
      this.branches.find(({ id }) => id === after) ?? this.branches.find((branch) => branch.number < number); // a save between them is missing
    if (found !== undefined) return found;
    const made = { number, id: after, writes: new Map<string, FiledWrite>() };
    this.branches.push(made);
    return made;
  }

  /** The last write of each record. What several branches have written is merged. */
  async join(): Promise<ReadonlyMap<string, FiledWrite>> {
    const [first, ...others] = this.branches;
    const joined = new Map(first?.writes);
    for (const { writes } of others)
      for (const [place, write] of writes) {
        const known = joined.get(place);
        joined.set(place, known ? await joinWrites(known, write) : write);
      }
    return joined;
  }
}

/** A record that one branch has deleted and another one has written stays. */
async function joinWrites(one: FiledWrite, other: FiledWrite): Promise<FiledWrite> {
  if ('key' in one) return other;
  if ('key' in other) return one;
  const [ours, theirs] = [await readRecord(one), await readRecord(other)];
  if (ours === undefined || theirs === undefined) return theirs === undefined ? one : other;
  return { store: one.store, record: await encodeRecord(mergeRecord(ours.record, theirs)) };
}
