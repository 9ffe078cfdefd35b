import { answerWithin, NoAnswerError } from '../../src/browser/time-limit';

export interface DiskSpace {
  /** In bytes, as the browser estimates it. Both are absent if the browser does not tell. */
  used?: number;
  available?: number;
  /** Whether the browser has promised not to delete the data when the disk is full. */
  isKept?: boolean;
}

/** The storage that Clipsheet uses, according to the browser. Has a time limit, because Firefox may never answer. */
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

/** Asks the browser to promise not to delete the data. `undefined` if it does not answer. */
export function requestKeeping(): Promise<boolean | undefined> {
  return orNothing(navigator.storage.persist());
}

async function orNothing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answerWithin(answer);
  } catch (error) {
    // TypeError: the standard's error if storage is not available
    if (error instanceof NoAnswerError || error instanceof TypeError) return undefined;
    throw error;
  }
}
