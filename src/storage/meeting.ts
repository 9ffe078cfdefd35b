import type { Backup } from './backup';
import type { Meeting } from './merged-record';
import type { Upkeep } from './schema';

type Origin = Pick<Backup, 'origin' | 'createdAt' | 'met'>;

/** A backup of this very database is its past; what another one knows of us, its backup says. */
export function meetingOf({ origin, createdAt, met }: Origin, upkeep: Upkeep): Meeting {
  if (origin === undefined) return {};
  if (origin === upkeep.origin) return { theirs: createdAt, ours: createdAt };
  const theirs = upkeep.met[origin];
  const [ours] = [theirs, met?.[upkeep.origin]]
    .filter((at) => at !== undefined)
    .toSorted()
    .reverse();
  return { ...(theirs !== undefined && { theirs }), ...(ours !== undefined && { ours }) };
}

/** Whoever takes a backup in has also what that one had taken in; what is replaced takes along what it knew. */
export function metAfter(
  upkeep: Upkeep,
  { origin, createdAt, met }: Origin,
  isMerged: boolean,
): Upkeep['met'] {
  const known = {
    ...met,
    ...(isMerged && upkeep.met),
    ...(origin !== undefined && { [origin]: createdAt }),
  };
  const { [upkeep.origin]: _, ...ofOthers } = known;
  return ofOthers;
}
