/**
 * `npx tsx scripts/read/sources.ts CORPUS PREDICTIONS` tells from what `npm run read` printed how often each source's value
 * was chosen, and how often it was right: what the order of the sources in src/reading goes by.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

const [corpus = '', predictions = ''] = process.argv.slice(2);

const candidates = v.array(v.object({ value: v.string(), source: v.string() }));
const predictionSchema = v.looseObject({
  id: v.string(),
  candidates: v.record(v.string(), candidates),
});
const recordSchema = v.looseObject({ id: v.string() });
const scorerSchema = v.object({
  scoreOne: v.custom<(truth: unknown, prediction: unknown) => Record<string, number | undefined>>(
    (value) => typeof value === 'function',
  ),
});

/** Field of a captured page → the scorer's measure and the name it has in a prediction. */
const FIELDS = {
  headline: ['headExact', 'headline'],
  outlet: ['outlet', 'outlet'],
  published: ['date', 'datePublished'],
  byline: ['authors', 'authors'],
  dek: ['dekF1', 'dek'],
  language: ['lang', 'lang'],
} as const;

const { scoreOne } = v.parse(scorerSchema, await import(pathToFileURL(resolve(corpus, 'score.mjs')).href));
const truths = new Map(
  readLines(join(corpus, 'truth.jsonl')).map((line) => {
    const record = v.parse(recordSchema, line);
    return [record.id, record];
  }),
);
const read = readLines(predictions).map((line) => v.parse(predictionSchema, line));

for (const [field, [measure, name]] of Object.entries(FIELDS)) {
  const sources = new Map<string, number[]>();
  for (const { id, candidates: found } of read) {
    const best = found[field]?.[0];
    const score = best && scoreOne(truths.get(id), { [name]: best.value })[measure];
    if (best === undefined || score === undefined) continue;
    sources.set(best.source, [...(sources.get(best.source) ?? []), score]);
  }
  console.log(`\n${field.padEnd(30)} chosen  right`);
  for (const [source, scores] of [...sources].sort(([, a], [, b]) => b.length - a.length)) {
    const right = (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length;
    console.log(
      `  ${source.padEnd(28)} ${String(scores.length).padStart(6)} ${right.toFixed(1).padStart(6)}`,
    );
  }
}

function readLines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
