/** A corpus's own scorer and truth: what a prediction is worth, measure by measure, between 0 and 1. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

/** The measures that goals are set for, and the words for them. */
const MEASURES = {
  headExact: 'headline',
  outlet: 'outlet',
  date: 'date',
  authors: 'authors',
  dekF1: 'dek',
  lang: 'language',
  bodyF1: 'body',
} as const;
export type Measure = keyof typeof MEASURES;

/** Field of a captured page → its measure, and the name it has in a prediction. */
export const FIELD_MEASURES = {
  headline: ['headExact', 'headline'],
  outlet: ['outlet', 'outlet'],
  published: ['date', 'datePublished'],
  byline: ['authors', 'authors'],
  dek: ['dekF1', 'dek'],
  language: ['lang', 'lang'],
} as const satisfies Record<string, readonly [Measure, string]>;

/** A measure is absent where its truth is not known. */
export type Scores = Readonly<Partial<Record<Measure, number>>>;

/** What an answer is worth: all of a prediction, or one field of it with the page's id. */
export type Score = (answer: { id: string }) => Scores;

const recordSchema = v.looseObject({ id: v.string() });
const scorerSchema = v.object({
  scoreOne: v.custom<(truth: unknown, prediction: unknown) => Scores>((value) => typeof value === 'function'),
});

export async function loadScorer(corpus: string): Promise<Score> {
  const { scoreOne } = v.parse(scorerSchema, await import(pathToFileURL(resolve(corpus, 'score.mjs')).href));
  const truths = new Map(
    readJsonLines(join(corpus, 'truth.jsonl')).map((line) => {
      const record = v.parse(recordSchema, line);
      return [record.id, record];
    }),
  );
  return (answer) => scoreOne(truths.get(answer.id), answer);
}

export function readJsonLines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

/** A table in Markdown: a row for each measure, a column for each group of answers with their mean in per cent. */
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
