/** What storage takes from outside, so that tests are exact. */
export interface ClockAndIds {
  now: () => Date;
  newId: () => string;
}

export const SYSTEM: ClockAndIds = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
};
