import { diffArrays } from 'diff';

/** A run of tokens that is in both lists, only in the earlier one, or only in the later one. */
export interface TokenChange {
  kind: 'kept' | 'removed' | 'added';
  tokens: readonly string[];
}

/**
 * If two lists differ in more tokens than this, everything between their common ends counts as replaced. The time grows
 * quadratically; this many take about 30 ms.
 */
const MOST_DIFFERENCES = 600;

/**
 * Lists the changes between two lists, in order. At one position, removed tokens come before added ones. Tokens that count
 * (words) decide what was kept; the white space and punctuation between them follow.
 */
export function findChanges(
  before: readonly string[],
  after: readonly string[],
  isCounted: (token: string) => boolean,
): TokenChange[] {
  const changes: TokenChange[] = [];
  let [start, from] = [0, 0];
  for (const { place, found, length } of findCommon(before, after, isCounted)) {
    changes.push(...changesBetween(before.slice(start, place), after.slice(from, found)));
    changes.push({ kind: 'kept', tokens: before.slice(place, place + length) });
    [start, from] = [place + length, found + length];
  }
  changes.push(...changesBetween(before.slice(start), after.slice(from)));
  return joinLike(changes);
}

/** Tokens next to each other in both lists, from `place` in one and `found` in the other. */
interface Stretch {
  place: number;
  found: number;
  length: number;
}

/** Collects the tokens that two lists have in common, as few stretches as possible. */
class Stretches {
  readonly list: Stretch[] = [];

  constructor(
    private readonly before: readonly string[],
    private readonly after: readonly string[],
  ) {}

  /** Adds a token. The stretch before it is extended if the tokens between are the same, too. */
  add(place: number, found: number): void {
    const last = this.list.at(-1);
    if (last !== undefined && this.isSameSince(last, place, found)) last.length = place - last.place + 1;
    else this.list.push({ place, found, length: 1 });
  }

  private isSameSince(last: Stretch, place: number, found: number): boolean {
    if (place - last.place !== found - last.found) return false;
    for (let at = last.length; at < place - last.place; at += 1)
      if (this.before[last.place + at] !== this.after[last.found + at]) return false;
    return true;
  }
}

/** The counted tokens that both lists have in common, with the other tokens that are the same between them. */
function findCommon(
  before: readonly string[],
  after: readonly string[],
  isCounted: (token: string) => boolean,
): Stretch[] {
  const [places, others] = [placesOf(before, isCounted), placesOf(after, isCounted)];
  const tokenAt = (number: number) => before[places[number] ?? -1];
  const otherAt = (number: number) => after[others[number] ?? -1];
  const most = Math.min(places.length, others.length);
  let head = 0;
  while (head < most && tokenAt(head) === otherAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && tokenAt(places.length - 1 - tail) === otherAt(others.length - 1 - tail))
    tail += 1;
  const common = new Stretches(before, after);
  const keep = (one: number, other: number, count: number) => {
    for (let step = 0; step < count; step += 1)
      common.add(places[one + step] ?? 0, others[other + step] ?? 0);
  };
  keep(0, 0, head);
  const [ends, otherEnds] = [places.length - tail, others.length - tail];
  const was = places.slice(head, ends).map((place) => before[place] ?? '');
  const is = others.slice(head, otherEnds).map((place) => after[place] ?? '');
  const differences =
    was.length > 0 && is.length > 0 ? diffArrays(was, is, { maxEditLength: MOST_DIFFERENCES }) : [];
  let [one, other] = [head, head];
  for (const { count, added, removed } of differences ?? []) {
    if (!added && !removed) keep(one, other, count);
    if (!added) one += count;
    if (!removed) other += count;
  }
  keep(ends, otherEnds, tail);
  return common.list;
}

/** A loop, because a list for each token would cost a long text half of its time. */
function placesOf(tokens: readonly string[], isCounted: (token: string) => boolean): number[] {
  const places: number[] = [];
  for (const [place, token] of tokens.entries()) if (isCounted(token)) places.push(place);
  return places;
}

/** Between two kept words, tokens that both lists have at the two ends were kept as well. */
function changesBetween(was: readonly string[], is: readonly string[]): TokenChange[] {
  const most = Math.min(was.length, is.length);
  let head = 0;
  while (head < most && was[head] === is[head]) head += 1;
  let tail = 0;
  while (tail < most - head && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1;
  return [
    { kind: 'kept', tokens: was.slice(0, head) },
    { kind: 'removed', tokens: was.slice(head, was.length - tail) },
    { kind: 'added', tokens: is.slice(head, is.length - tail) },
    { kind: 'kept', tokens: was.slice(was.length - tail) },
  ];
}

function joinLike(changes: readonly TokenChange[]): TokenChange[] {
  const joined: TokenChange[] = [];
  for (const { kind, tokens } of changes) {
    const last = joined.at(-1);
    if (tokens.length === 0) continue;
    if (last?.kind === kind) last.tokens = last.tokens.concat(tokens);
    else joined.push({ kind, tokens });
  }
  return joined;
}
