/**
 * `npx tsx scripts/read/sources.ts CORPUS PREDICTIONS` prints, from the output of `npm run read`, how often each source's value
 * was chosen and how often it was right. The order of the sources in src/reading is based on this.
 */
import * as v from 'valibot';
import { FIELD_MEASURES, loadScorer, readJsonLines } from './scorer';

const [corpus = '', predictions = ''] = process.argv.slice(2);

const candidates = v.array(v.object({ value: v.string(), source: v.string() }));
const predictionSchema = v.looseObject({
  id: v.string(),
  candidates: v.record(v.string(), candidates),
});

const scoreOf = await loadScorer(corpus);
const read = readJsonLines(predictions).map((line) => v.parse(predictionSchema, line));

for (const [field, [measure, name]] of Object.entries(FIELD_MEASURES)) {
  const sources = new Map<string, number[]>();
  for (const { id, candidates: found } of read) {
    const best = found[field]?.[0];
    const answer = { id, [name]: best?.value };
    const score = scoreOf(answer)[measure];
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
