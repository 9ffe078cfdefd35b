import type { Run, SequenceRegister } from './edits';
import { joinLists } from './joined-lists';
import { findChanges, type TokenChange } from './token-changes';
import { isWord, splitWords } from './words';

/** `line`: plain text in one line; `markdown`: paragraphs; `list`: strings in order. */
export type SequenceForm = 'line' | 'markdown' | 'list';

/** The separator between two texts of one field that have no word in common. */
const BETWEEN: Readonly<Record<SequenceForm, string>> = { line: ' / ', markdown: '\n\n', list: '' };

type Root = SequenceRegister['roots'][number];

export function splitTokens(value: unknown, form: SequenceForm): string[] {
  if (form === 'list') return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  return typeof value === 'string' ? splitWords(value) : [];
}

/** A shown token: either a token of a root, or a separator before a root. */
export interface Item {
  text: string;
  rootId: string;
  /** The run of the token, and its number. Absent for a separator. */
  place?: { run: Run; at: number };
}

/** What is composed of the shown tokens. A long text has so many that an object for each takes longer than to compose them. */
export interface Composed<Each> {
  ofRoot: (root: Root) => Each[];
  ofDivider: (text: string, rootId: string) => Each;
  textsOf: (composed: readonly Each[]) => readonly string[];
}

export const TEXTS: Composed<string> = {
  ofRoot: ({ runs }) => joinLists(runs.map(({ tokens = [] }) => tokens)),
  ofDivider: (text) => text,
  textsOf: (texts) => texts,
};

export const ITEMS: Composed<Item> = {
  ofRoot: ({ id: rootId, runs }) =>
    joinLists(
      runs.map((run) =>
        (run.tokens ?? []).map((text, place) => ({ text, rootId, place: { run, at: run.at + place } })),
      ),
    ),
  ofDivider: (text, rootId) => ({ text, rootId }),
  textsOf: (items) => items.map(({ text }) => text),
};

/** `isMerged`: two roots are nearly the same, so that their common tokens are shown once. */
export function compose<Each>(
  register: SequenceRegister,
  form: SequenceForm,
  as: Composed<Each>,
): { items: Each[]; isMerged: boolean } {
  let items: Each[] = [];
  let isMerged = false;
  for (const root of register.roots) {
    const own = as.ofRoot(root);
    if (own.length === 0) continue;
    const merged = items.length === 0 ? undefined : mergeSimilar(items, own, form, as);
    const isNone = items.length === 0 || root.isJoined === true;
    const dividers = isNone
      ? []
      : splitTokens(BETWEEN[form], form).map((text) => as.ofDivider(text, root.id));
    isMerged ||= merged !== undefined;
    items = merged ?? joinLists([items, dividers, own]);
  }
  return { items, isMerged };
}

/**
 * Merges two lists if the shorter has half of its words in the other; their common words then appear once. Otherwise returns
 * `undefined`.
 */
function mergeSimilar<Each>(
  items: readonly Each[],
  others: readonly Each[],
  form: SequenceForm,
  { textsOf }: Composed<Each>,
): Each[] | undefined {
  const [texts, otherTexts] = [textsOf(items), textsOf(others)];
  const isCounted = countedIn(form);
  const countOf = (list: readonly string[]) =>
    list.reduce((count, token) => (isCounted(token) ? count + 1 : count), 0);
  const changes = findChanges(texts, otherTexts, isCounted);
  const countOfKind = (wanted: TokenChange['kind']) =>
    changes.reduce((sum, { kind, tokens }) => sum + (kind === wanted ? countOf(tokens) : 0), 0);
  const [removed, added] = [countOfKind('removed'), countOfKind('added')];
  const common = countOf(texts) - removed;
  if (common === 0 || 2 * common < common + Math.min(removed, added)) return undefined;
  const merged: Each[][] = [];
  let [place, otherPlace] = [0, 0];
  for (const { kind, tokens } of changes) {
    const isOther = kind === 'added';
    merged.push(
      isOther
        ? others.slice(otherPlace, otherPlace + tokens.length)
        : items.slice(place, place + tokens.length),
    );
    if (kind !== 'added') place += tokens.length;
    if (kind !== 'removed') otherPlace += tokens.length;
  }
  return joinLists(merged);
}

/** Selects the tokens that decide whether two lists have something in common. */
export function countedIn(form: SequenceForm): (token: string) => boolean {
  return form === 'list' ? () => true : isWord;
}
