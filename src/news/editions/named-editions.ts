import type { Clip } from '../clip';
import { printInOrder } from '../edits/ordered-json';
import { otherValues } from '../edits/register';
import type { Issue } from '../issue';
import { nearestInstant } from '../time-bounds';
import type { Edition } from './edition';

/** An edition that an issue names, and when it was published as a correction. */
interface NamedEdition {
  editionId: string;
  /** An instant in UTC. Absent: it is no correction. */
  correctedAt?: string;
}

/**
 * The editions that a published issue names, in the order in which they were published. Every machine that knows the same corrections has
 * the same order.
 */
export function editionsOf({ publication, corrections = [], edits }: Issue): NamedEdition[] {
  if (publication === undefined) return [];
  const corrected = corrections
    .toSorted((a, b) => (printInOrder([a.at, a.editionId]) < printInOrder([b.at, b.editionId]) ? -1 : 1))
    .map(({ at, editionId }) => ({ editionId, correctedAt: at }));
  const { editionId } = publication;
  // Two machines have published the issue without knowing of each other.
  const others = otherValues(edits?.['editionId'] ?? NONE).filter((value) => typeof value === 'string');
  const first = [...others.toReversed(), ...(editionId === undefined ? [] : [editionId])];
  return [...first.map((id) => ({ editionId: id })), ...corrected];
}

const NONE = { values: [], gone: [] };

/** The edition that was published last. It may be missing. */
export function latestEditionId(issue: Issue): string | undefined {
  return editionsOf(issue).at(-1)?.editionId;
}

/**
 * The edition that a published issue consists of: the latest of those that it names and that are there. If all of these are missing (a
 * damaged backup lacked them, or they have not come from the hub yet), another edition of the issue that is there.
 *
 * @param present The editions of the issue that are there.
 */
export function shownEditionId(issue: Issue, present: ReadonlySet<string>): string | undefined {
  const names = editionsOf(issue).map(({ editionId }) => editionId);
  if (names.length === 0) return undefined;
  return names.findLast((id) => present.has(id)) ?? [...present].sort().at(-1);
}

/** When a correction that is published now was made: after all others, whatever the clocks of other machines have said. */
export function nextCorrectionAt({ corrections = [] }: Issue, now: Date): string {
  return nearestInstant(
    corrections.reduce((time, { at }) => Math.max(time, Date.parse(at) + 1), now.getTime()),
  );
}

/** Whether a clip belongs to an edition, or was left out of it; also under an id that it had before it was merged. */
export function isKnownIn({
  clipIds,
  leftOutIds,
}: Edition): (clip: Pick<Clip, 'id' | 'formerIds'>) => boolean {
  const known = new Set([...clipIds, ...leftOutIds]);
  return ({ id, formerIds = [] }) => [id, ...formerIds].some((each) => known.has(each));
}
