import { SYSTEM, type ClockAndIds } from '../database/clock';
import type { Database } from '../database/schema';
import { changeLocalState, readLocalState } from '../database/local-state';

/** After how many days a backup is old, and for how many days a reminder can be postponed. */
const DAYS_TILL_OLD = 14;
const DAYS_PUT_OFF = 7;
/** With fewer clips there is little to lose, so nobody is reminded. */
const FEW_CLIPS = 20;
const DAY = 24 * 60 * 60 * 1000;

type Clock = Pick<ClockAndIds, 'now'>;

/** To be called when a backup has been saved as a file. */
export async function noteBackup(database: Database, { now }: Clock = SYSTEM): Promise<void> {
  await changeLocalState(database, (localState) => ({ ...localState, backedUpAt: now().toISOString() }));
}

/** Returns when the last backup was made if a new one is due; nothing if none is due or the reminder was postponed. */
export async function readReminder(
  database: Database,
  { now }: Clock = SYSTEM,
): Promise<{ backedUpAt?: string } | undefined> {
  const { backedUpAt, remindAfter } = await readLocalState(database);
  if (isWithin(remindAfter, 0, now()) || isWithin(backedUpAt, DAYS_TILL_OLD, now())) return undefined;
  if ((await database.getAllKeys('clips', null, FEW_CLIPS)).length < FEW_CLIPS) return undefined;
  return backedUpAt === undefined ? {} : { backedUpAt };
}

/** Postpones the reminder for a week. */
export async function putReminderOff(database: Database, { now }: Clock = SYSTEM): Promise<void> {
  const remindAfter = new Date(now().getTime() + DAYS_PUT_OFF * DAY).toISOString();
  await changeLocalState(database, (localState) => ({ ...localState, remindAfter }));
}

function isWithin(instant: string | undefined, days: number, now: Date): boolean {
  return instant !== undefined && Date.parse(instant) + days * DAY > now.getTime();
}
