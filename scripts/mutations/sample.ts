import { readFileSync, readdirSync } from 'node:fs';
import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter';
import { randomNumbers } from '../random-numbers.ts';

/** A change to one place of the code. Lines and columns count from 0. */
export interface Mutation {
  readonly fileName: string;
  readonly replacement?: string | undefined;
  readonly status?: string | undefined;
  readonly location: Readonly<Record<'start' | 'end', { line: number; column: number }>>;
}

/** Strings are left out: those shown to people are checked where they stand, in src/static. */
export const LEFT_OUT = ['StringLiteral'];
const OPTIONS: InstrumenterOptions = { plugins: null, excludedMutations: LEFT_OUT, ignorers: [] };

const isOff = () => false;
const ignore = () => undefined;
const SILENT = {
  ...{ isTraceEnabled: isOff, isDebugEnabled: isOff, isInfoEnabled: isOff },
  ...{ isWarnEnabled: isOff, isErrorEnabled: isOff, isFatalEnabled: isOff },
  ...{ trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore },
};

/** All mutations of a folder's code, in an order that is random and the same for the same seed and code. */
export async function shuffleMutations(folder: string, seed: number): Promise<Mutation[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.tsx?$/u.test(name))
    .sort()
    .map((name) => `${folder}/${name}`)
    .map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true }));
  const { mutants } = await new Instrumenter(SILENT).instrument(files, OPTIONS);
  const random = randomNumbers(seed);
  return mutants
    .filter(({ status }) => status !== 'Ignored')
    .map((mutation) => ({ mutation, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ mutation }) => mutation);
}

/** The place of a mutation as Stryker's option `mutate` takes it: lines count from 1, columns from 0. */
export function rangeOf({ fileName, location: { start, end } }: Mutation): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}
