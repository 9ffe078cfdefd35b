/** A run of tokens (from `start` up to `end`) of which one side has made others. */
interface Change {
  start: number;
  end: number;
  tokens: readonly string[];
  isOurs: boolean;
}

/** Called where both sides have made something else of the same tokens, or put something into the same place. */
export type Unite = (
  before: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
) => readonly string[];

/** Two later states of one list of tokens with the changes of both; where they meet, `unite` says what comes of it. */
export function uniteTokens(
  before: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
  unite: Unite,
): string[] {
  const changes = [
    ...findChanges(before, theirs).map((change) => ({ ...change, isOurs: false })),
    ...findChanges(before, ours).map((change) => ({ ...change, isOurs: true })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const united: string[] = [];
  let place = 0;
  for (const group of groupMeeting(changes)) {
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
    united.push(...before.slice(place, start), ...settle(was, one, other, unite));
    place = end;
  }
  return [...united, ...before.slice(place)];
}

function settle(was: readonly string[], one: readonly string[], other: readonly string[], unite: Unite) {
  if (isSame(one, other) || isSame(was, other)) return one;
  return isSame(was, one) ? other : unite(was, one, other);
}

/** Changes of which each shares a token, or the place of an insertion, with another of its group. */
function groupMeeting(changes: readonly Change[]): Change[][] {
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
  const applied: string[] = [];
  let place = start;
  for (const change of changes) {
    applied.push(...before.slice(place, change.start), ...change.tokens);
    place = change.end;
  }
  return [...applied, ...before.slice(place, end)];
}

/** Cells of the table that is filled in for what two texts have in common: some milliseconds. Above it, all has changed. */
const MOST_CELLS = 4_000_000;

/** What was changed between two lists, in order. */
function findChanges(before: readonly string[], after: readonly string[]): Omit<Change, 'isOurs'>[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  const was = before.slice(head, before.length - tail);
  const is = after.slice(head, after.length - tail);
  const changes: Omit<Change, 'isOurs'>[] = [];
  let [start, from] = [0, 0];
  for (const [place, found] of [...findCommon(was, is), [was.length, is.length] as const]) {
    if (place > start || found > from)
      changes.push({ start: head + start, end: head + place, tokens: is.slice(from, found) });
    [start, from] = [place + 1, found + 1];
  }
  return changes;
}

/** The places of the longest common subsequence in both lists. */
function findCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  if (one.length === 0 || other.length === 0 || one.length * other.length > MOST_CELLS) return [];
  const lengths = new Uint32Array((one.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) common.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, place) => token === other[place]);
}
