import type { IDBPObjectStore, StoreNames } from 'idb';
import { articleKeyOfClip, type Clip } from '../../news/clip';
import { isSameClipVersion, mergeClipVersions } from '../../news/merge/clip-versions';
import { nextRevision } from '../../news/revision';
import { numberVersion } from './merged-record';
import type { ClipsheetSchema } from '../database/schema';
import { readStored } from '../database/written-record';

/** A transaction that reads clips. */
export interface ClipReading {
  objectStore: (
    name: 'clips',
  ) => Pick<IDBPObjectStore<ClipsheetSchema, StoreNames<ClipsheetSchema>[], 'clips'>, 'get' | 'index'>;
}

/** Clips in this database that may be the same as one from elsewhere. */
export interface Counterparts {
  /** The clip with its id, and those merged into it or into which it was merged. Usually there is at most one. */
  named: Clip[];
  /** Clips of the same article in the same issue that are not in the bin. */
  ofSameArticle: Clip[];
}

export async function counterpartsOf(transaction: ClipReading, theirs: Clip): Promise<Counterparts> {
  const store = transaction.objectStore('clips');
  const ids = [theirs.id, ...(theirs.formerIds ?? [])];
  const [named, joined, ofSameArticle] = await Promise.all([
    Promise.all(ids.map((id) => store.get(id))),
    store.index('formerIds').getAll(theirs.id),
    clipsOfArticle(transaction, theirs),
  ]);
  return { named: [...named, ...joined].filter(isReadable), ofSameArticle };
}

async function clipsOfArticle(transaction: ClipReading, theirs: Clip): Promise<Clip[]> {
  const key = articleKeyOfClip(theirs);
  if (key === undefined || theirs.binnedAt !== undefined) return [];
  const clips = await transaction.objectStore('clips').index('articleKey').getAll(key);
  return clips
    .filter(isReadable)
    .filter((clip) => clip.issueId === theirs.issueId && clip.binnedAt === undefined);
}

/** A stored clip that can no longer be read is not merged with anything. */
function isReadable(clip: Clip | undefined): clip is Clip {
  return clip !== undefined && readStored('clips', clip) !== undefined;
}

/**
 * An issue has one clip of an article, or one from each machine. A file may have hundreds, and joining them would take time that
 * grows with their square: beyond this number each stays a clip of its own.
 */
const MOST_JOINED = 20;

function countJoined(clips: readonly Clip[]): number {
  return clips.reduce((sum, { formerIds = [] }) => sum + 1 + formerIds.length, 0);
}

/** The merged version of all of ours and theirs, with its revision. */
function numbered(united: Clip, [first, ...others]: readonly Clip[], theirs: Clip): Clip {
  if (first === undefined) return united;
  if (others.length > 0) return { ...united, revision: nextRevision(united.revision) };
  return numberVersion(united, first, theirs, isSameClipVersion);
}

/** Merges incoming clips, one after the other, with stored ones, some of which have just been merged themselves. */
export class JoinedClips {
  /** By id; `undefined`: merged into another clip. */
  readonly written = new Map<string, Clip | undefined>();
  private readonly names = new Map<string, string>();

  join(theirs: Clip, { named, ofSameArticle }: Counterparts): void {
    const ours = this.latestOf(named);
    const known = ours.reduce(mergeClipVersions, theirs);
    const isNew = known.binnedAt === undefined && ours.every((clip) => clip.binnedAt !== undefined);
    // A clip that is new, or comes out of the bin, is merged with the clip of its article.
    const others = isNew ? this.latestOf(ofSameArticle).filter((clip) => !ours.includes(clip)) : [];
    const twins = countJoined([known, ...others]) > MOST_JOINED ? [] : others;
    const united = twins.reduce(mergeClipVersions, known);
    const all = [...ours, ...twins];
    const version = numbered(united, all, theirs);
    if (version === all[0]) return;
    for (const { id } of all) this.written.set(id, undefined);
    this.written.set(version.id, version);
    for (const { id } of [...all, theirs]) this.names.set(id, united.id);
  }

  /** The id of the clip into which the clip with this id was merged. */
  private nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }

  private latestOf(clips: readonly Clip[]): Clip[] {
    const latest = clips.flatMap((clip) => {
      const name = this.nameOf(clip.id);
      return (this.written.has(name) ? this.written.get(name) : clip) ?? [];
    });
    return [...new Map(latest.map((clip) => [clip.id, clip])).values()];
  }
}
