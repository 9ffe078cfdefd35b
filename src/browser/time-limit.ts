/** A page, a worker or a disk did not answer in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** How long the user has to wait for a page at most, in milliseconds. */
const PAGE_TIME_LIMIT = 1500;

/** The answer, or a `NoAnswerError` after `limit` milliseconds. A later answer is dropped. */
export async function answerWithin<Answer>(
  answer: Promise<Answer>,
  limit = PAGE_TIME_LIMIT,
): Promise<Answer> {
  const { promise: noAnswer, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new NoAnswerError(`No answer within ${limit} ms`));
  }, limit);
  try {
    return await Promise.race([answer, noAnswer]);
  } finally {
    clearTimeout(timer);
  }
}
