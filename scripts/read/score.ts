/**
 * `npx tsx scripts/read/score.ts CORPUS ANSWERS [--against ANSWERS]` scores the output of `npm run read`: means with their
 * intervals, invented values, and the change compared with earlier answers.
 */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { scorePages, tableOfScores } from './score-table';
import { loadScorer, readJsonLines, readSites } from './scorer';

const { values, positionals } = parseArgs({
  options: { against: { type: 'string' } },
  allowPositionals: true,
});
const [corpus, answers] = positionals;

if (corpus === undefined || answers === undefined) {
  console.error('Usage: npx tsx scripts/read/score.ts CORPUS ANSWERS [--against ANSWERS]');
  process.exitCode = 1;
} else {
  const score = await loadScorer(corpus);
  const sites = readSites(corpus);
  const answerSchema = v.looseObject({ id: v.string() });
  const pagesIn = (file: string) =>
    scorePages(
      readJsonLines(file).map((line) => v.parse(answerSchema, line)),
      score,
      sites,
    );
  console.log(
    tableOfScores(pagesIn(answers), values.against === undefined ? undefined : pagesIn(values.against)),
  );
}
