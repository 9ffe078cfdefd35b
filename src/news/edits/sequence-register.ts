import type { Author } from './author';
import { digestOf } from './digest';
import { countTokens, GREATEST_NUMBER, type Run, type SequenceRegister } from './edits';
import { compose, countedIn, ITEMS, TEXTS, type Item, type SequenceForm } from './shown-tokens';
import { findChanges, type TokenChange } from './token-changes';
import {
  BEGINNING,
  changeRuns,
  emptyRuns,
  firstRuns,
  idOf,
  mergeRuns,
  type Deletion,
  type Insertion,
} from './token-sequence';
import { joinWords } from './words';

/**
 * The edits of a text or a list by several authors. Each root of a register is a replicated growable array (`token-sequence.ts`). There
 * are several roots if authors have started from different texts; the next edit makes one of those that are nearly the same.
 */

type Root = SequenceRegister['roots'][number];

/**
 * A register with more runs than this (about 60 kB) drops its history at the next edit. An edit adds one or two runs, or three
 * with a deletion.
 */
const MOST_RUNS = 1_000;
/**
 * A register with more tokens than this does the same: no article has as many words, and each edit would keep the page busy for
 * longer than 50 ms. The limit is well below what is accepted.
 */
const MOST_TOKENS = 40_000;

/** The register of tokens that nobody has edited. It is equal on all machines that start with these tokens. */
export function firstSequence(tokens: readonly string[]): SequenceRegister {
  return { roots: [{ id: `=${digestOf(JSON.stringify(tokens))}`, runs: firstRuns(tokens, '=') }] };
}

/** The text or list that all roots make together; `undefined` if it is empty. */
export function shownSequence(register: SequenceRegister, form: SequenceForm): string | string[] | undefined {
  const texts = compose(register, form, TEXTS).items;
  if (texts.length === 0) return undefined;
  return form === 'list' ? texts : joinWords(texts);
}

/** Merges two versions of one register: a root that only one side has is kept, the runs of a common root are merged. */
export function mergeSequences(one: SequenceRegister, other: SequenceRegister): SequenceRegister {
  const roots = new Map(one.roots.map((root) => [root.id, root]));
  for (const { id, runs, isJoined } of other.roots) {
    const known = roots.get(id);
    const joined = known?.isJoined ?? isJoined;
    roots.set(id, {
      id,
      runs: mergeRuns(known?.runs ?? [], runs),
      ...(joined !== undefined && { isJoined: joined }),
    });
  }
  return { roots: sortRoots([...roots.values()]) };
}

function sortRoots(roots: readonly Root[]): Root[] {
  return roots.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The register after somebody who saw it has changed the shown tokens to these. */
export function editSequence(
  register: SequenceRegister,
  to: readonly string[],
  form: SequenceForm,
  author: Author,
): SequenceRegister {
  const isFull =
    register.roots.reduce((count, { runs }) => count + runs.length, 0) > MOST_RUNS ||
    register.roots.reduce((count, { runs }) => count + countTokens(runs), 0) > MOST_TOKENS ||
    register.roots.some(({ runs }) => runs.some(({ at }) => at > GREATEST_NUMBER / 2));
  if (isFull) return firstSequence(to);
  const composed = compose(register, form, ITEMS);
  const isCounted = countedIn(form);
  if (composed.isMerged) return editSequence(mergeRoots(register, composed.items, author), to, form, author);
  const changes = findChanges(
    composed.items.map(({ text }) => text),
    to,
    isCounted,
  );
  const keepsWords = changes.some(({ kind, tokens }) => kind === 'kept' && tokens.some(isCounted));
  return keepsWords || to.length === 0
    ? changeRoots(register, composed.items, changes, author)
    : withRoot(emptyRoots(register), to, author);
}

function emptyRoots({ roots }: SequenceRegister): SequenceRegister {
  return { roots: roots.map((root) => ({ ...root, runs: emptyRuns(root.runs) })) };
}

/** Adds a root of these tokens. It is the root that other machines would start with, unless that one exists already. */
function withRoot(register: SequenceRegister, tokens: readonly string[], author: Author): SequenceRegister {
  const [first] = firstSequence(tokens).roots;
  const isKnown = register.roots.some(({ id }) => id === first?.id);
  const own = { id: `${author.nextNumbers(0)} ${author.id}`, runs: firstRuns(tokens, author.id) };
  return { roots: sortRoots([...register.roots, isKnown || first === undefined ? own : first]) };
}

/** Makes one root of what is shown, the same on every machine that shows the same, and deletes the tokens of the other roots. */
function mergeRoots(register: SequenceRegister, items: readonly Item[], author: Author): SequenceRegister {
  const tokens = items.map(({ text }) => text);
  const merged = {
    id: `+${digestOf(JSON.stringify([register.roots.map(({ id }) => id), tokens]))}`,
    runs: firstRuns(tokens, '+'),
  };
  const isKnown = register.roots.some(({ id }) => id === merged.id);
  if (isKnown) return withRoot(emptyRoots(register), tokens, author);
  return { roots: sortRoots([...emptyRoots(register).roots, merged]) };
}

/** The changes to be made in one root. */
interface RootChange {
  deletions: Deletion[];
  insertions: Insertion[];
  isJoined: boolean;
}

function changeRoots(
  register: SequenceRegister,
  items: readonly Item[],
  changes: readonly TokenChange[],
  author: Author,
): SequenceRegister {
  const planned = planChanges(items, changes);
  return {
    roots: register.roots.map((root) => {
      const change = planned.get(root.id);
      if (change === undefined) return root;
      const isUntouched = change.deletions.length === 0 && change.insertions.length === 0;
      return {
        ...root,
        runs: isUntouched ? root.runs : changeRuns(root.runs, change.deletions, change.insertions, author),
        ...(change.isJoined && { isJoined: true as const }),
      };
    }),
  };
}

function planChanges(items: readonly Item[], changes: readonly TokenChange[]): Map<string, RootChange> {
  const kept = keptDividers(items, changes);
  const plans = new Map<string, RootChange>();
  const planFor = (rootId: string): RootChange => {
    const plan = plans.get(rootId) ?? { deletions: [], insertions: [], isJoined: false };
    plans.set(rootId, plan);
    return plan;
  };
  // The next token is inserted after the last item that was passed.
  let cursor: Pick<Item, 'rootId' | 'place'> = { rootId: items[0]?.rootId ?? '' };
  const insert = (tokens: readonly string[]) => {
    const { rootId, place: last } = cursor;
    const after = last === undefined ? BEGINNING : idOf(last.run.by, last.at);
    planFor(rootId).insertions.push({ after, tokens });
  };
  let place = 0;
  for (const { kind, tokens } of changes) {
    if (kind === 'added') insert(tokens);
    else
      for (const item of items.slice(place, (place += tokens.length))) {
        if (item.place === undefined) {
          if (kept.has(item.rootId)) cursor = { rootId: item.rootId };
          else {
            planFor(item.rootId).isJoined = true;
            if (kind === 'kept') insert([item.text]);
          }
          continue;
        }
        cursor = item;
        if (kind === 'removed') addDeletion(planFor(item.rootId).deletions, item.place);
      }
  }
  for (const plan of plans.values()) plan.insertions = joinInsertions(plan.insertions);
  return plans;
}

function addDeletion(deletions: Deletion[], { run, at }: { run: Run; at: number }): void {
  const last = deletions.at(-1);
  if (last?.run === run && last.at + last.count === at) last.count += 1;
  else deletions.push({ run, at, count: 1 });
}

/** The roots whose separators were all kept, with nothing inserted between them. */
function keptDividers(items: readonly Item[], changes: readonly TokenChange[]): Set<string> {
  const pieces = new Map<string, { count: number; lastChange: number; isBroken: boolean }>();
  let place = 0;
  for (const [number, { kind, tokens }] of changes.entries()) {
    if (kind === 'added') continue;
    for (const item of items.slice(place, (place += tokens.length))) {
      if (item.place !== undefined) continue;
      const piece = pieces.get(item.rootId);
      const isBroken = kind === 'removed' || (piece !== undefined && piece.lastChange !== number);
      pieces.set(item.rootId, {
        count: (piece?.count ?? 0) + 1,
        lastChange: number,
        isBroken: isBroken || piece?.isBroken === true,
      });
    }
  }
  return new Set([...pieces].filter(([, { isBroken }]) => !isBroken).map(([rootId]) => rootId));
}

/** Joins several insertions after the same token into one. */
function joinInsertions(insertions: readonly Insertion[]): Insertion[] {
  const joined = new Map<string, string[]>();
  for (const { after, tokens } of insertions) joined.set(after, [...(joined.get(after) ?? []), ...tokens]);
  return [...joined].map(([after, tokens]) => ({ after, tokens }));
}

/** The canonical form that is stored, whoever wrote it: roots sorted by id, runs in order and as long as possible. */
export function tidySequence({ roots }: SequenceRegister): SequenceRegister {
  return mergeSequences({ roots: [] }, { roots });
}
