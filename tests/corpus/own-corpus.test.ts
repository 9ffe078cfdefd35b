import { execFileSync } from 'node:child_process';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { loadScorer } from '../../scripts/read/scorer.ts';

const CORPUS = 'tests/corpus/own';
const answerSchema = v.looseObject({ id: v.string() });

it('reads our own pages of all kinds as before', { timeout: 120_000 }, async () => {
  const printed = execFileSync('npx', ['tsx', 'scripts/read/index.ts', '--corpus', CORPUS], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const scoreOf = await loadScorer(CORPUS);
  const scores = printed
    .trim()
    .split('\n')
    .map((line) => v.parse(answerSchema, JSON.parse(line)))
    .map((answer) => [answer.id, scoreOf(answer)] as const);
  expect(scores).toHaveLength(17);
  const rightIn = (measure: string) => (/^(?:invented|repeated)/u.test(measure) ? 0 : 1);
  const misses = scores.flatMap(([id, measures]) =>
    Object.entries(measures).flatMap(([measure, score]) =>
      score === rightIn(measure) ? [] : [`${id}: ${measure}`],
    ),
  );
  // The words with which a channel presents itself are no dek of its message.
  expect(misses).toEqual(['telegram-channel: inventedDek']);
});
