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
 * The editions of a published issue, in the order in which they were published: the last one is the issue as it is shown. Every machine
 * that knows the same corrections has the same order.
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

/** The edition that a published issue consists of. */
export function shownEditionId(issue: Issue): string | undefined {
  return editionsOf(issue).at(-1)?.editionId;
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
