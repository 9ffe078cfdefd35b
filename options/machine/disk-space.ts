import { answerWithin, NoAnswerError } from '../../src/browser/time-limit';

export interface DiskSpace {
  /** In bytes, as the browser estimates it: both are absent where it does not tell. */
  used?: number;
  available?: number;
  /** Whether the browser has promised not to clear it when the disk is full. */
  isKept?: boolean;
}

/** What the browser tells of the room that Clipsheet takes. Firefox may never answer: nothing is waited for long. */
export async function readDiskSpace(): Promise<DiskSpace> {
  const [estimate, isKept] = await Promise.all([
    orNothing(navigator.storage.estimate()),
    orNothing(navigator.storage.persisted()),
  ]);
  const { usage, quota } = estimate ?? {};
  return {
    ...(usage !== undefined && { used: usage }),
    ...(usage !== undefined && quota !== undefined && { available: Math.max(0, quota - usage) }),
    ...(isKept !== undefined && { isKept }),
  };
}

/** Asks for the promise that nothing is cleared. `undefined`: the browser does not answer. */
export function requestKeeping(): Promise<boolean | undefined> {
  return orNothing(navigator.storage.persist());
}

async function orNothing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answerWithin(answer);
  } catch (error) {
    // TypeError: what the standard has the browser answer where there is no storage to speak of
    if (error instanceof NoAnswerError || error instanceof TypeError) return undefined;
    throw error;
  }
}
