import * as v from 'valibot';

/** The greatest number that a token may have: below it there is always a next one. */
export const GREATEST_NUMBER = 2 ** 50;

/** So many tokens a register may have, with those that are gone: a few bytes can say that there are any number. */
const MOST_TOKENS = 2_000_000;

/** Neighbours that one author put there in one go, or that are gone together. */
export const runSchema = v.object({
  /** The id of the author. */
  by: v.pipe(v.string(), v.maxLength(40)),
  /** The number of the first token; the next ones follow. */
  at: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(GREATEST_NUMBER)),
  /** The id of the token behind which the first was put; `''` is the beginning. Absent: behind the author's number before. */
  after: v.exactOptional(v.pipe(v.string(), v.maxLength(80))),
  tokens: v.exactOptional(v.array(v.string())),
  /** How many tokens are gone, in place of `tokens`. */
  gone: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
});
export type Run = v.InferOutput<typeof runSchema>;

/** With those that are gone. */
export function countTokens(runs: readonly Run[]): number {
  return runs.reduce((sum, { tokens, gone = 0 }) => sum + (tokens?.length ?? gone), 0);
}

/**
 * A text or a list with all that its authors have written and deleted. It has one root, unless two authors have each written
 * a text of their own: then both stand, one behind the other, until somebody edits them into one.
 */
export const sequenceRegisterSchema = v.object({
  roots: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.maxLength(80)),
        runs: v.array(runSchema),
        /** Somebody has written what stands between this root and the one before. */
        isJoined: v.exactOptional(v.literal(true)),
      }),
    ),
    v.maxLength(1_000),
    v.check((roots) => countTokens(roots.flatMap(({ runs }) => runs)) <= MOST_TOKENS),
  ),
});
export type SequenceRegister = v.InferOutput<typeof sequenceRegisterSchema>;
/**
 * A value that is set as a whole (a day, a section) with those that were set at the same time elsewhere: a multi-value register.
 * All of them stay until somebody who has seen them sets another.
 */
export const valueRegisterSchema = v.object({
  values: v.array(
    v.object({
      /** A number and the author; `0` and a digest for a value that nobody has edited. */
      id: v.pipe(v.string(), v.maxLength(80)),
      /** `null`: none. */
      value: v.unknown(),
    }),
  ),
  /** The ids of values that others have taken the place of, by id. */
  gone: v.array(v.pipe(v.string(), v.maxLength(80))),
});
export type ValueRegister = v.InferOutput<typeof valueRegisterSchema>;
export const registerSchema = v.union([sequenceRegisterSchema, valueRegisterSchema]);
export type Register = v.InferOutput<typeof registerSchema>;

/**
 * What has become of the fields of a record, by path: a field that has been as it is from the beginning is not named. `quotes` is the
 * order of a record's parts, `quotes/ID/markdown` a field of one, and `quotes/ID/removed` says that it was taken away.
 */
export const editsSchema = v.record(v.pipe(v.string(), v.maxLength(1_000)), registerSchema);
export type Edits = v.InferOutput<typeof editsSchema>;
