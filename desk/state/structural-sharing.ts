import { useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { isSame } from '../../src/news/edits/deep-equality';

/** A record that was read anew, in which the parts that say the same as before are the same objects: what shows them need not redraw. */
export function keepParts<Written extends object>(before: Written | undefined, read: Written): Written {
  if (before === undefined || before === read) return read;
  const names = Object.keys(read) as (keyof Written)[];
  const kept = names.filter((name) => before[name] !== read[name] && isSame(before[name], read[name]));
  return { ...read, ...Object.fromEntries(kept.map((name) => [name, before[name]])) };
}

/** What changes with each letter that is typed. */
const TYPED = ['comment', 'dek', 'relatedHeadlines', 'changedAt', 'revision'] as const;

/** What is not seen of a clip where only its name and its facts are. */
export const PROSE_FIELDS: ReadonlySet<string> = new Set([...TYPED, 'quotes']);
/** The same where it is seen which quotes are translated. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set(TYPED);

/**
 * Clips as somebody draws them who shows nothing of what is `unseen`: they stay the same objects as long as only that has been
 * written. A clip without a headline is called by its words: of it, everything is seen.
 */
export function useSeen(clips: readonly Clip[], unseen: ReadonlySet<string>): readonly Clip[] {
  const [see] = useState(() => keepingSeen(unseen));
  return useMemo(() => see(clips), [see, clips]);
}

/** The same of one clip. */
export function useSeenClip(clip: Clip, unseen: ReadonlySet<string>): Clip {
  const alone = useMemo(() => [clip], [clip]);
  return useSeen(alone, unseen)[0] ?? clip;
}

function keepingSeen(unseen: ReadonlySet<string>): (clips: readonly Clip[]) => readonly Clip[] {
  let seen: readonly Clip[] = [];
  return (clips) => {
    const held = new Map(seen.map((clip) => [clip.id, clip]));
    const now = clips.map((clip) => seenOf(held.get(clip.id), clip, unseen));
    const isSame = now.length === seen.length && now.every((clip, place) => clip === seen[place]);
    return isSame ? seen : (seen = now);
  };
}

function seenOf(before: Clip | undefined, now: Clip, unseen: ReadonlySet<string>): Clip {
  if (before === undefined || before === now || now.headline === undefined) return now;
  const names = Object.keys({ ...before, ...now }) as (keyof Clip)[];
  return names.every((name) => unseen.has(name) || before[name] === now[name]) ? before : now;
}
