import * as v from 'valibot';
import { messageForError, nameStorageError, type StorageErrorMessage } from './storage-errors';

/** The parts of Clipsheet in which something can fail. */
const FAILED_PARTS = [
  'popup',
  'menuClip',
  'snapshot',
  'worker',
  'desk',
  'options',
  'backup',
  'restore',
] as const;
export type FailedPart = (typeof FAILED_PARTS)[number];

/** An error that occurred. Only `text` can contain words of a clip or an address. */
export const failureSchema = v.object({
  id: v.string(),
  /** An instant in UTC. */
  at: v.string(),
  part: v.picklist(FAILED_PARTS),
  /** The message that was shown. */
  words: v.custom<StorageErrorMessage>(
    (value) => typeof value === 'string' && /^error[A-Z]\w*$/u.test(value),
  ),
  /** The class of the error, and of its causes. */
  names: v.array(v.string()),
  /** Positions in our own code, the innermost first: `assets/desk.js:1:2345`. */
  frames: v.array(v.string()),
  /** The error's own message. It is in a report only if the analyst includes it. */
  text: v.exactOptional(v.string()),
});
export type Failure = v.InferOutput<typeof failureSchema>;

const LONGEST_TEXT = 300;
const MOST_FRAMES = 8;
const MOST_CAUSES = 3;

export function describeFailure(part: FailedPart, thrown: unknown): Failure {
  const error = nameStorageError(thrown);
  const text = error instanceof Error ? error.message.slice(0, LONGEST_TEXT) : '';
  return {
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    part,
    words: messageForError(error),
    names: namesOf(error),
    frames: framesOf(error),
    ...(text !== '' && { text }),
  };
}

/** A name that is not an identifier was given neither by the browser nor by us. */
function namesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return [typeof error];
  const name = /^\w{1,60}$/u.test(error.name) ? error.name : 'Error';
  return error.cause === undefined || depth === MOST_CAUSES
    ? [name]
    : [name, ...namesOf(error.cause, depth + 1)];
}

/** Only positions in our own code, because a stack begins with the error's message. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack
    .slice(0, 20_000)
    .matchAll(/-extension:\/\/[^/\s]{1,100}\/([\w./-]{1,100}:\d{1,9}:\d{1,9})/gu);
  return [...places].slice(0, MOST_FRAMES).map(([, place = '']) => place);
}
