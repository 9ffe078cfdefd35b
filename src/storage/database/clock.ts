/** The clock and the ids, which tests replace. */
export interface ClockAndIds {
  now: () => Date;
  newId: () => string;
}

export const SYSTEM: ClockAndIds = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
};
