/**
 * `npm run test:mutations -- [--folder src/news] [--sample N] [--seed N]`: changes one place of the code at a time (Stryker) and
 * counts the changes that the tests in Node notice. Strings and what runs only once, when a module is loaded, are left out.
 * Prints each change that nobody noticed, and the share of those that were; exits with 1 if that is under 75 % in a folder.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { MutantResult, Position } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { sampled } from './sample-only.js';
import { LEFT_OUT, rangeOf, shuffleMutations, type Mutation } from './sample.ts';

const FOLDERS = ['src/news', 'src/quotes', 'src/newsletter'];
const LEAST_SHARE = 0.75;
/** Some mutations turn out to be of code that runs only once, and are not counted: so many more are tried. */
const SURPLUS = 1.25;

const { values } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true, default: FOLDERS },
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});

/** Whether the tests noticed each mutation of the sample, in its order; those that cannot be judged are missing. */
async function judge(sample: readonly Mutation[]): Promise<[Mutation, boolean][]> {
  sampled.places = sample.map(({ location }) => location);
  const results = await new Stryker({
    mutate: [...new Set(sample.map(rangeOf))],
    mutator: { plugins: null, excludedMutations: LEFT_OUT },
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(import.meta.resolve('./sample-only.js'))],
    ignorers: ['sample'],
    vitest: { configFile: 'scripts/mutations/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    ignorePatterns: ['dist', 'docs', 'samples', '.git'],
    tempDirName: '.mutations',
    concurrency: 2,
    timeoutMS: 10_000,
    reporters: ['progress'],
  }).runMutationTest();
  const statusOf = new Map(results.map((result) => [keyOf(fromResult(result)), result.status]));
  return sample.flatMap((mutation) => {
    const status = statusOf.get(keyOf(mutation));
    if (status === 'Killed' || status === 'Timeout') return [[mutation, true] as [Mutation, boolean]];
    if (status === 'Survived' || status === 'NoCoverage') return [[mutation, false] as [Mutation, boolean]];
    return [];
  });
}

/** A result has the whole path of its file, and its lines and columns count from 1. */
function fromResult({ fileName, replacement, location: { start, end } }: MutantResult): Mutation {
  const fromZero = ({ line, column }: Position) => ({ line: line - 1, column: column - 1 });
  return {
    fileName: relative('.', fileName),
    replacement,
    location: { start: fromZero(start), end: fromZero(end) },
  };
}

const keyOf = (mutation: Mutation) => `${rangeOf(mutation)} ${mutation.replacement ?? ''}`;

const size = Number(values.sample);
for (const folder of values.folder) {
  const mutations = await shuffleMutations(folder, Number(values.seed));
  const judged = await judge(mutations.slice(0, Math.ceil(size * SURPLUS)));
  const counted = judged.slice(0, size);
  const survivors = counted.flatMap(([mutation, isCaught]) => (isCaught ? [] : [mutation]));
  for (const survivor of survivors)
    console.log(`nobody noticed: ${rangeOf(survivor)} → ${survivor.replacement ?? ''}`);
  const share = 1 - survivors.length / counted.length;
  console.log(
    `${folder}: ${counted.length - survivors.length} of ${counted.length} caught, ${(100 * share).toFixed(1)} % (of ${mutations.length} mutations, seed ${values.seed})`,
  );
  if (!(share >= LEAST_SHARE)) process.exitCode = 1;
}
