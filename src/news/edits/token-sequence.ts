import type { Author } from './author';
import type { Run } from './edits';

/**
 * A list of tokens (words of a text, ids of an order) that several machines edit: a replicated growable array. Each token has its
 * own id and a position after the token behind which it was inserted; a deleted token leaves its position. Two lists are
 * therefore merged by collecting the tokens of both, in any order and any number of times.
 * https://inria.hal.science/inria-00555588 (a comprehensive study of convergent and commutative replicated data types, 3.5.2)
 */

export interface Token {
  id: string;
  by: string;
  at: number;
  after: string;
  /** Absent: deleted. */
  text: string | undefined;
}

const BEGINNING = '';
const idOf = (by: string, at: number) => `${at} ${by}`;

/** The runs of a list that nobody has edited. */
export function firstRuns(tokens: readonly string[], by: string): Run[] {
  return tokens.length === 0 ? [] : [{ by, at: 1, after: BEGINNING, tokens: [...tokens] }];
}

/** In order, including deleted tokens. */
export function tokensOf(runs: readonly Run[]): Token[] {
  const all: Token[] = [];
  for (const { by, at: first, after, tokens, gone = 0 } of runs) {
    let previous = after ?? idOf(by, first - 1);
    const end = first + (tokens?.length ?? gone);
    for (let at = first; at < end; at += 1) {
      const id = idOf(by, at);
      all.push({ id, by, at, after: previous, text: tokens?.[at - first] });
      previous = id;
    }
  }
  return all;
}

/** Collects the tokens of both lists. A token that is deleted in one is deleted in the result. */
export function uniteRuns(one: readonly Run[], other: readonly Run[]): Run[] {
  const [only, ...others] = [...one, ...other];
  if (only !== undefined && others.length === 0 && only.after === BEGINNING) return runsOf(tokensOf([only]));
  const united = new Map<string, Token>();
  const collect = (token: Token) => {
    const known = united.get(token.id);
    united.set(token.id, known === undefined ? token : uniteTokens(known, token));
  };
  tokensOf(one).forEach(collect);
  tokensOf(other).forEach(collect);
  return runsOf(inOrder(united.values()));
}

/** Two tokens with one id are the same, unless somebody has forged one; then every machine chooses the same one. */
function uniteTokens(one: Token, other: Token): Token {
  const after = one.after > other.after ? one.after : other.after;
  if (one.text === undefined || other.text === undefined) return { ...one, after, text: undefined };
  return { ...one, after, text: one.text > other.text ? one.text : other.text };
}

/** After each token come the tokens inserted after it, the latest first, each followed by those inserted after it. */
function inOrder(tokens: Iterable<Token>): Token[] {
  const behind = new Map<string, Token[]>();
  for (const token of tokens) {
    const siblings = behind.get(token.after);
    if (siblings === undefined) behind.set(token.after, [token]);
    else siblings.push(token);
  }
  // The last waiting token is taken first, so the latest sibling must be last.
  for (const siblings of behind.values()) siblings.sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
  const ordered: Token[] = [];
  const waiting = [...(behind.get(BEGINNING) ?? [])];
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    ordered.push(token);
    for (const next of behind.get(token.id) ?? []) waiting.push(next);
  }
  return ordered;
}

/** Groups tokens, in order, into runs as long as possible. */
export function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    const run = runs.at(-1);
    const isGone = token.text === undefined;
    const goesOn =
      run !== undefined &&
      token.after === last?.id &&
      token.by === last.by &&
      token.at === last.at + 1 &&
      isGone === (last.text === undefined);
    if (!goesOn) runs.push(beginRun(token));
    else if (token.text === undefined) run.gone = (run.gone ?? 0) + 1;
    else run.tokens?.push(token.text);
    last = token;
  }
  return runs;
}

function beginRun({ by, at, after, text }: Token): Run {
  return {
    by,
    at,
    ...(after !== idOf(by, at - 1) && { after }),
    ...(text === undefined ? { gone: 1 } : { tokens: [text] }),
  };
}

/** Where tokens are inserted: after the token with this id, or at the beginning. */
export interface Insertion {
  after: string;
  tokens: readonly string[];
}

/** The runs without the tokens with these ids, and with new tokens inserted. */
export function changeRuns(
  runs: readonly Run[],
  removed: ReadonlySet<string>,
  insertions: readonly Insertion[],
  author: Author,
): Run[] {
  const tokens = tokensOf(runs);
  let greatest = tokens.reduce((most, { at }) => Math.max(most, at), 0);
  const put = new Map<string, Token[]>();
  for (const insertion of insertions) {
    const at = author.nextNumbers(greatest, insertion.tokens.length);
    greatest = at + insertion.tokens.length - 1;
    const made = insertion.tokens.map((text, place) => ({
      id: idOf(author.id, at + place),
      by: author.id,
      at: at + place,
      after: place === 0 ? insertion.after : idOf(author.id, at + place - 1),
      text,
    }));
    put.set(insertion.after, [...made, ...(put.get(insertion.after) ?? [])]);
  }
  const changed = [...(put.get(BEGINNING) ?? [])];
  for (const token of tokens) {
    changed.push(removed.has(token.id) ? { ...token, text: undefined } : token);
    for (const made of put.get(token.id) ?? []) changed.push(made);
  }
  return runsOf(changed);
}

/** Deletes all tokens; their positions stay. */
export function emptyRuns(runs: readonly Run[]): Run[] {
  return runsOf(tokensOf(runs).map((token) => ({ ...token, text: undefined })));
}
