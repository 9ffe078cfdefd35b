/** A corpus's own scorer and truth: the value of a prediction by each measure, between 0 and 1. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { siteOf } from '../../src/news/address';
import { wordKey } from '../../src/reading/evidence/headline-comparison';
import { readLabels, type Label } from './labels';

/** The measures and their names. `invented`: the share of pages without a value for which one is given. */
const MEASURES = {
  headExact: 'headline',
  outlet: 'outlet',
  date: 'date',
  authors: 'authors',
  dekF1: 'dek',
  lang: 'language',
  bodyF1: 'body',
  inventedAuthors: 'invented authors',
  inventedDek: 'invented deks',
  repeatedDek: 'beginnings as deks',
} as const;
export type Measure = keyof typeof MEASURES;

/** The field of a captured page → its measure, and its name in a prediction. */
export const FIELD_MEASURES = {
  headline: ['headExact', 'headline'],
  outlet: ['outlet', 'outlet'],
  published: ['date', 'datePublished'],
  byline: ['authors', 'authors'],
  dek: ['dekF1', 'dek'],
  language: ['lang', 'lang'],
} as const satisfies Record<string, readonly [Measure, string]>;

/** A measure is absent if the truth is not known. */
export type Scores = Readonly<Partial<Record<Measure, number>>>;

/** The score of an answer: of a whole prediction, or of one field with the page's id. */
export type Score = (answer: { id: string }) => Scores;

const recordSchema = v.looseObject({
  id: v.string(),
  pageUrl: v.string(),
  authors: v.nullish(v.array(v.string())),
  outlet: v.nullish(v.string()),
  outletAliases: v.nullish(v.array(v.string())),
});
type Truth = v.InferOutput<typeof recordSchema>;
const answerSchema = v.looseObject({
  authors: v.optional(v.union([v.string(), v.array(v.string())])),
  dek: v.optional(v.string()),
});
const scorerSchema = v.object({
  scoreOne: v.custom<(truth: unknown, prediction: unknown) => Scores>((value) => typeof value === 'function'),
});

/** The corpus's own scorer; a label overrides it. */
export async function loadScorer(corpus: string, labels = readLabels()): Promise<Score> {
  const { scoreOne } = v.parse(scorerSchema, await import(pathToFileURL(resolve(corpus, 'score.mjs')).href));
  const truths = new Map(readTruths(corpus).map((truth) => [truth.id, truth]));
  return (answer) => {
    const truth = truths.get(answer.id);
    const label = labels.get(answer.id);
    const scores = scoreOne({ ...truth, ...label }, answer);
    return { ...scores, ...scoreNoAuthor(truth, label, answer), ...scoreNoDek(label, answer) };
  };
}

/** Page id → its site. */
export function readSites(corpus: string): Map<string, string> {
  return new Map(readTruths(corpus).map(({ id, pageUrl }) => [id, siteOf(pageUrl) ?? pageUrl]));
}

function readTruths(corpus: string): Truth[] {
  return readJsonLines(join(corpus, 'truth.jsonl')).map((line) => v.parse(recordSchema, line));
}

/** If the author is the outlet itself or its team, both no author and its name are right. */
function scoreNoAuthor(truth: Truth | undefined, label: Label | undefined, answer: unknown): Scores {
  const given = namesIn(answer);
  const outlet = [truth?.outlet ?? '', ...(truth?.outletAliases ?? [])];
  const known = label?.authors ?? truth?.authors ?? undefined;
  const allowed = [...(label?.mayName ?? []), ...outlet].map(wordKey).filter((key) => key !== '');
  if (known?.length === 0)
    return { inventedAuthors: given.every((name) => allowed.includes(wordKey(name))) ? 0 : 1 };
  const isOutlet = known?.every((name) => allowed.includes(wordKey(name))) === true;
  return isOutlet && given.every((name) => allowed.includes(wordKey(name))) ? { authors: 1 } : {};
}

function scoreNoDek(label: Label | undefined, answer: unknown): Scores {
  if (label?.dek !== '') return {};
  const { dek = '' } = v.parse(answerSchema, answer);
  return { [label.repeated === true ? 'repeatedDek' : 'inventedDek']: dek === '' ? 0 : 1 };
}

function namesIn(answer: unknown): string[] {
  const { authors = [] } = v.parse(answerSchema, answer);
  return typeof authors === 'string' ? authors.split(', ') : authors;
}

export function readJsonLines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

/** One row for each measure that any answer has. */
export function measuresIn(scores: readonly Scores[]): [Measure, string][] {
  const known = Object.entries(MEASURES) as [Measure, string][];
  return known.filter(([measure]) => scores.some((score) => typeof score[measure] === 'number'));
}

/** A Markdown table: one row for each measure, one column for each group of answers with their mean in per cent. */
export function tableOfMeans(columns: Readonly<Record<string, readonly Scores[]>>): string {
  const rows = Object.entries(MEASURES).map(([measure, name]) => [
    name,
    ...Object.values(columns).map((scores) => inPerCent(meanOf(scores, measure as Measure))),
  ]);
  return markdownTable([['field', ...Object.keys(columns)], ...rows]);
}

export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function meanOf(scores: readonly Scores[], measure: Measure): number {
  const known = scores.flatMap((score) => score[measure] ?? []);
  return known.reduce((sum, score) => sum + score, 0) / known.length;
}

function inPerCent(share: number): string {
  return Number.isNaN(share) ? '–' : (100 * share).toFixed(1);
}
