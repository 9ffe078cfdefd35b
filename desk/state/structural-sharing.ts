import { useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { isSame } from '../../src/news/edits/deep-equality';

/** A record that was read again, in which unchanged parts are the same objects, so that they need not be drawn again. */
export function keepParts<Written extends object>(before: Written | undefined, read: Written): Written {
  if (before === undefined || before === read) return read;
  const names = Object.keys(read) as (keyof Written)[];
  const kept = names.filter((name) => before[name] !== read[name] && isSame(before[name], read[name]));
  return { ...read, ...Object.fromEntries(kept.map((name) => [name, before[name]])) };
}

/** Fields that change with each typed letter. */
const TYPED = ['comment', 'dek', 'relatedHeadlines', 'changedAt', 'revision'] as const;

/** The fields that are not visible where only a clip's name and details are shown. */
export const PROSE_FIELDS: ReadonlySet<string> = new Set([...TYPED, 'quotes']);
/** The same where it is visible which quotes are translated. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set(TYPED);

/**
 * Clips for a component that does not show the fields in `unseen`. They stay the same objects as long as only these fields
 * change. A clip without a headline is named by its words, so all of its fields count.
 */
export function useSeen(clips: readonly Clip[], unseen: ReadonlySet<string>): readonly Clip[] {
  const [see] = useState(() => keepingSeen(unseen));
  return useMemo(() => see(clips), [see, clips]);
}

/** The same for one clip. */
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
  const isSeenSame = (name: keyof Clip) =>
    name === 'edits' ? hasSameHistory(before, now, unseen) : unseen.has(name) || before[name] === now[name];
  return names.every(isSeenSame) ? before : now;
}

/** Whether the histories of the fields that are shown are equal: they contain what other machines have set. */
function hasSameHistory(
  { edits: before = {} }: Clip,
  { edits: now = {} }: Clip,
  unseen: ReadonlySet<string>,
) {
  const paths = new Set([...Object.keys(before), ...Object.keys(now)]);
  const seen = [...paths].filter((path) => !unseen.has(path.split('/', 1)[0] ?? path));
  return seen.every((path) => isSame(before[path], now[path]));
}
