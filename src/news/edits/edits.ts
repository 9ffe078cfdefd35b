import * as v from 'valibot';

/** The greatest number of a token, so that a next number always exists. */
export const GREATEST_NUMBER = 2 ** 50;

/** The most tokens of a register, including deleted ones. Without this limit a few bytes could declare any number of tokens. */
const MOST_TOKENS = 2_000_000;

/** Adjacent tokens that one author inserted in one edit, or that were deleted together. */
const runSchema = v.object({
  /** The id of the author. */
  by: v.pipe(v.string(), v.maxLength(40)),
  /** The number of the first token; the next tokens have the numbers after it. */
  at: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(GREATEST_NUMBER)),
  /**
   * The id of the token after which the first one was inserted; `''` for the beginning. Absent: after the token with the author's
   * previous number.
   */
  after: v.exactOptional(v.pipe(v.string(), v.maxLength(80))),
  tokens: v.exactOptional(v.array(v.string())),
  /** How many tokens were deleted. Takes the place of `tokens`. */
  gone: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
});
export type Run = v.InferOutput<typeof runSchema>;

/** Includes deleted tokens. */
export function countTokens(runs: readonly Run[]): number {
  return runs.reduce((sum, { tokens, gone = 0 }) => sum + (tokens?.length ?? gone), 0);
}

/**
 * A text or a list with everything that its authors have inserted and deleted. It has one root, unless two authors have each
 * written a text of their own: then both texts are kept, one after the other, until somebody edits them into one.
 */
const sequenceRegisterSchema = v.object({
  roots: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.maxLength(80)),
        runs: v.array(runSchema),
        /** Somebody has written the text between this root and the previous one. */
        isJoined: v.exactOptional(v.literal(true)),
      }),
    ),
    v.maxLength(1_000),
    v.check((roots) => countTokens(roots.flatMap(({ runs }) => runs)) <= MOST_TOKENS),
  ),
});
export type SequenceRegister = v.InferOutput<typeof sequenceRegisterSchema>;
/**
 * A value that is set as a whole (a day, a section), together with values that were set elsewhere at the same time: a multi-value
 * register. All of them are kept until somebody who has seen them sets another one.
 */
const valueRegisterSchema = v.object({
  values: v.array(
    v.object({
      /** A number and the author; `0` and a digest for a value that nobody has edited. */
      id: v.pipe(v.string(), v.maxLength(80)),
      /** `null`: no value. */
      value: v.unknown(),
    }),
  ),
  /** The ids of values that have been replaced, by id. */
  gone: v.array(v.pipe(v.string(), v.maxLength(80))),
});
export type ValueRegister = v.InferOutput<typeof valueRegisterSchema>;
const registerSchema = v.union([sequenceRegisterSchema, valueRegisterSchema]);
export type Register = v.InferOutput<typeof registerSchema>;

/**
 * The edit history of a record's fields, by path. A field that has never been edited is not listed. `quotes` is the order of the
 * parts of a record, `quotes/ID/markdown` is a field of one part, and `quotes/ID/removed` records that the part was removed.
 */
export const editsSchema = v.record(v.pipe(v.string(), v.maxLength(1_000)), registerSchema);
export type Edits = v.InferOutput<typeof editsSchema>;
