import type { Author } from './author';
import type { Run } from './edits';
import { joinLists } from './joined-lists';

/**
 * A list of tokens (words of a text, ids of an order) that several machines edit: a replicated growable array. Each token has its
 * own id and a position after the token behind which it was inserted; a deleted token leaves its position. Two lists are
 * therefore merged by collecting the tokens of both, in any order and any number of times.
 * https://inria.hal.science/inria-00555588 (a comprehensive study of convergent and commutative replicated data types, 3.5.2)
 */

/** The position before the first token. */
export const BEGINNING = '';

export function idOf(by: string, at: number): string {
  return `${at} ${by}`;
}

/** The runs of a list that nobody has edited. */
export function firstRuns(tokens: readonly string[], by: string): Run[] {
  return tokens.length === 0 ? [] : [{ by, at: 1, after: BEGINNING, tokens: [...tokens] }];
}

/**
 * Adjacent tokens of one author, none of which but the last is followed by a token of another run. Lists are merged by these
 * pieces and not token by token: a text of 100,000 marks has as many tokens and hardly more than one piece.
 */
interface Piece {
  by: string;
  at: number;
  /** The id of the token after which the first one was inserted. */
  after: string;
  length: number;
  /** Absent: deleted. */
  tokens: string[] | undefined;
}

/** Collects the tokens of both lists. A token that is deleted in one is deleted in the result. */
export function mergeRuns(one: readonly Run[], other: readonly Run[]): Run[] {
  const runs = [...one, ...other];
  const cuts = cutsOf(runs);
  const merged = new Map<string, Piece>();
  for (const run of runs)
    for (const piece of piecesOf(run, cuts.get(run.by) ?? [])) {
      const id = idOf(piece.by, piece.at);
      const known = merged.get(id);
      merged.set(id, known === undefined ? piece : mergePieces(known, piece));
    }
  return joinPieces(inOrder(merged.values()));
}

/** Deletes all tokens; their positions stay. */
export function emptyRuns(runs: readonly Run[]): Run[] {
  return joinPieces(runs.map((run) => ({ ...pieceOf(run), tokens: undefined })));
}

/** Where tokens are inserted: after the token with this id, or at the beginning. */
export interface Insertion {
  after: string;
  tokens: readonly string[];
}

/** Adjacent tokens of one run that are to be deleted. */
export interface Deletion {
  run: Run;
  /** The number of the first one. */
  at: number;
  count: number;
}

/** The runs without the deleted tokens, and with new tokens inserted. */
export function changeRuns(
  runs: readonly Run[],
  deletions: readonly Deletion[],
  insertions: readonly Insertion[],
  author: Author,
): Run[] {
  let greatest = runs.reduce((most, run) => Math.max(most, run.at + pieceOf(run).length - 1), 0);
  const made = insertions.map(({ after, tokens }): Run => {
    const at = author.nextNumbers(greatest, tokens.length);
    greatest = at + tokens.length - 1;
    return { by: author.id, at, after, tokens: [...tokens] };
  });
  // Of two positions the greater one counts, so this one does not move the token.
  const gone = deletions.map(({ run: { by }, at, count }): Run => ({
    by,
    at,
    after: BEGINNING,
    gone: count,
  }));
  return mergeRuns(runs, [...gone, ...made]);
}

/** By author, the numbers at which a piece may begin, in order. */
function cutsOf(runs: readonly Run[]): Map<string, readonly number[]> {
  const cuts = new Map<string, Set<number>>();
  const cut = (by: string, at: number) => {
    const known = cuts.get(by);
    if (known === undefined) cuts.set(by, new Set([at]));
    else known.add(at);
  };
  for (const run of runs) {
    const { by, at, after, length } = pieceOf(run);
    cut(by, at);
    cut(by, at + length);
    const space = after.indexOf(' ');
    const number = Number(after.slice(0, space));
    if (space > 0 && Number.isSafeInteger(number)) cut(after.slice(space + 1), number + 1);
  }
  return new Map([...cuts].map(([by, numbers]) => [by, [...numbers].sort((a, b) => a - b)]));
}

function pieceOf({ by, at, after = idOf(by, at - 1), tokens, gone = 0 }: Run): Piece {
  return { by, at, after, length: tokens?.length ?? gone, tokens };
}

function piecesOf(run: Run, cuts: readonly number[]): Piece[] {
  const { by, at: first, after, length, tokens } = pieceOf(run);
  const end = first + length;
  const pieces: Piece[] = [];
  let at = first;
  for (let place = placeAfter(cuts, first); at < end; place += 1) {
    const next = Math.min(end, cuts[place] ?? end);
    pieces.push({
      by,
      at,
      after: at === first ? after : idOf(by, at - 1),
      length: next - at,
      tokens: tokens?.slice(at - first, next - first),
    });
    at = next;
  }
  return pieces;
}

/** The place of the first number above `at`. */
function placeAfter(numbers: readonly number[], at: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Two pieces that begin with one token end with one token, too. Their tokens are the same, unless somebody has forged one; then
 * every machine chooses the same one.
 */
function mergePieces(one: Piece, other: Piece): Piece {
  const after = one.after > other.after ? one.after : other.after;
  if (one.tokens === undefined || other.tokens === undefined) return { ...one, after, tokens: undefined };
  const others = other.tokens;
  return { ...one, after, tokens: one.tokens.map((text, at) => greatest(text, others[at] ?? text)) };
}

function greatest(one: string, other: string): string {
  return one > other ? one : other;
}

/** After each token come the tokens inserted after it, the latest first, each followed by those inserted after it. */
function inOrder(pieces: Iterable<Piece>): Piece[] {
  const behind = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const siblings = behind.get(piece.after);
    if (siblings === undefined) behind.set(piece.after, [piece]);
    else siblings.push(piece);
  }
  // The last waiting piece is taken first, so the latest sibling must be last.
  for (const siblings of behind.values()) siblings.sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
  const ordered: Piece[] = [];
  const waiting = [...(behind.get(BEGINNING) ?? [])];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    ordered.push(piece);
    for (const next of behind.get(lastIdOf(piece)) ?? []) waiting.push(next);
  }
  return ordered;
}

function lastIdOf({ by, at, length }: Piece): string {
  return idOf(by, at + length - 1);
}

/** Joins pieces, in order, into runs as long as possible. */
function joinPieces(pieces: readonly Piece[]): Run[] {
  const groups: Piece[][] = [];
  for (const piece of pieces.filter(({ length }) => length > 0)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn =
      last !== undefined &&
      piece.after === lastIdOf(last) &&
      piece.by === last.by &&
      piece.at === last.at + last.length &&
      (piece.tokens === undefined) === (last.tokens === undefined);
    if (goesOn) group?.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group) => runOf(group));
}

function runOf(group: readonly Piece[]): Run[] {
  const [first] = group;
  if (first === undefined) return [];
  const { by, at, after, tokens } = first;
  return [
    {
      by,
      at,
      ...(after !== idOf(by, at - 1) && { after }),
      ...(tokens === undefined
        ? { gone: group.reduce((sum, { length }) => sum + length, 0) }
        : { tokens: joinLists(group.map((piece) => piece.tokens ?? [])) }),
    },
  ];
}
