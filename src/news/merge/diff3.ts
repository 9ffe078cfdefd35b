import { joinLists } from '../edits/joined-lists';
import { findChanges } from '../edits/token-changes';

/** A run of tokens, from `start` up to `end`, that one side has replaced. */
interface Change {
  start: number;
  end: number;
  tokens: string[];
  isOurs: boolean;
}

/** Called where both sides have replaced the same tokens or inserted tokens at the same position. */
export type ResolveConflict = (
  before: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
) => readonly string[];

/** Merges the changes of two later versions of one list of tokens. `resolve` resolves conflicts. */
export function mergeTokens(
  before: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
  resolve: ResolveConflict,
): string[] {
  const changes = [
    ...changesBetween(before, theirs).map((change) => ({ ...change, isOurs: false })),
    ...changesBetween(before, ours).map((change) => ({ ...change, isOurs: true })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: string[][] = [];
  let place = 0;
  for (const group of groupOverlapping(changes)) {
    const start = Math.min(...group.map((change) => change.start));
    const end = Math.max(...group.map((change) => change.end));
    const [one, other] = [false, true].map((isOurs) =>
      applyChanges(
        before,
        group.filter((change) => change.isOurs === isOurs),
        start,
        end,
      ),
    ) as [string[], string[]];
    const was = before.slice(start, end);
    merged.push(before.slice(place, start), [...settle(was, one, other, resolve)]);
    place = end;
  }
  return joinLists([...merged, before.slice(place)]);
}

function settle(
  was: readonly string[],
  one: readonly string[],
  other: readonly string[],
  resolve: ResolveConflict,
) {
  if (isSame(one, other) || isSame(was, other)) return one;
  return isSame(was, one) ? other : resolve(was, one, other);
}

/** Groups changes that share a token, or the position of an insertion, with another change of their group. */
function groupOverlapping(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  let end = -1;
  for (const change of changes) {
    const last = groups.at(-1);
    const isInsertedAlike = last?.every((each) => each.start === change.end && each.end === change.end);
    if (last !== undefined && (change.start < end || isInsertedAlike === true)) last.push(change);
    else groups.push([change]);
    end = Math.max(end, change.end);
  }
  return groups;
}

function applyChanges(
  before: readonly string[],
  changes: readonly Change[],
  start: number,
  end: number,
): string[] {
  const applied: string[][] = [];
  let place = start;
  for (const change of changes) {
    applied.push(before.slice(place, change.start), change.tokens);
    place = change.end;
  }
  return joinLists([...applied, before.slice(place, end)]);
}

/** The changes between two lists, in order. */
function changesBetween(before: readonly string[], after: readonly string[]): Omit<Change, 'isOurs'>[] {
  const changes: { start: number; end: number; tokens: string[] }[] = [];
  let place = 0;
  for (const { kind, tokens } of findChanges(before, after, () => true)) {
    if (kind === 'kept') {
      place += tokens.length;
      continue;
    }
    const last = changes.at(-1);
    const change = last?.end === place ? last : { start: place, end: place, tokens: [] };
    if (change !== last) changes.push(change);
    if (kind === 'added') change.tokens = joinLists([change.tokens, [...tokens]]);
    else change.end = place += tokens.length;
  }
  return changes;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, place) => token === other[place]);
}
