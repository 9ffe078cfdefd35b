import type { Clip } from '../news/clip';
import { newAuthor } from '../news/edits/author';
import { isContainedIn } from '../news/edits/version-contents';
import { recordClipEdit } from '../news/merge/clip-versions';
import { contentsOfClip } from '../news/merge/record-contents';
import { nextRevision } from '../news/revision';
import { asLaterVersion } from '../storage/bin';
import type { Purged } from '../storage/database/schema';

/** Whoever deleted the clip for good knew this version of it. */
export function coversClip({ contents, id, formerIds = [] }: Purged, clip: Clip): boolean {
  const known = new Set([id, ...formerIds]);
  const ids = [clip.id, ...(clip.formerIds ?? [])];
  return ids.every((each) => known.has(each)) && isContainedIn(contentsOfClip(clip), contents);
}

/**
 * The clip in the bin, because it was deleted for good elsewhere. The edit is the same on every machine that makes it. The clip stays
 * as it is if somebody has restored it after that deletion, or after a later one, had put it there.
 */
export function binPurged(clip: Clip, { at }: Pick<Purged, 'at'>): Clip {
  return wasRestoredSince(clip, at) ? clip : bin(clip, at);
}

/**
 * The clip in the bin, because only this machine still has it, which was in sync last at `awaySince`. A later version than any that was
 * deleted for good, so that an old note of that does not delete it once it is restored.
 */
export function binOrphaned(clip: Clip, awaySince: string): Clip {
  if (clip.binnedAt !== undefined || wasRestoredSince(clip, awaySince)) return clip;
  return bin(asLaterVersion(clip), new Date().toISOString());
}

const PURGED = 'purged';

/** Puts the clip there twice, because no author is stored for the first value of a field. */
function bin(clip: Clip, at: string): Clip {
  if (clip.binnedAt !== undefined) return clip;
  const author = newAuthor(`${PURGED} ${at}`);
  const edited = [{ ...clip, binnedAt: at }, clip, { ...clip, binnedAt: at }].reduce(
    (before, next) => recordClipEdit(before, next, author),
    clip,
  );
  return { ...edited, revision: nextRevision(clip.revision) };
}

/** Whether somebody has taken it out of the bin after a deletion at that instant or later had put it there. */
function wasRestoredSince({ edits }: Clip, instant: string): boolean {
  const register = edits?.['removed'];
  if (register === undefined || !('gone' in register)) return false;
  const isRestored = register.values.every(({ value }) => value === null);
  return (
    isRestored &&
    register.gone.some((id) => {
      const [, author, at = ''] = id.split(' ');
      return author === PURGED && at >= instant;
    })
  );
}
