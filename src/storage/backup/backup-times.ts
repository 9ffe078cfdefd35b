import { SYSTEM, type ClockAndIds } from '../database/clock';
import type { Database } from '../database/schema';
import { changeLocalState, readLocalState } from '../database/local-state';

/** After how many days a backup is old, and for how many a reminder is put off. */
const DAYS_TILL_OLD = 14;
const DAYS_PUT_OFF = 7;
/** With fewer clips there is little to lose, and nobody is reminded. */
const FEW_CLIPS = 20;
const DAY = 24 * 60 * 60 * 1000;

type Clock = Pick<ClockAndIds, 'now'>;

/** To be called when a backup has been handed over. */
export async function noteBackup(database: Database, { now }: Clock = SYSTEM): Promise<void> {
  await changeLocalState(database, (upkeep) => ({ ...upkeep, backedUpAt: now().toISOString() }));
}

/** Says whether it is time for a backup, and when the last one was; nothing when it is not, or was put off. */
export async function readReminder(
  database: Database,
  { now }: Clock = SYSTEM,
): Promise<{ backedUpAt?: string } | undefined> {
  const { backedUpAt, remindAfter } = await readLocalState(database);
  if (isWithin(remindAfter, 0, now()) || isWithin(backedUpAt, DAYS_TILL_OLD, now())) return undefined;
  if ((await database.getAllKeys('clips', null, FEW_CLIPS)).length < FEW_CLIPS) return undefined;
  return backedUpAt === undefined ? {} : { backedUpAt };
}

/** Says nothing for a week. */
export async function putReminderOff(database: Database, { now }: Clock = SYSTEM): Promise<void> {
  const remindAfter = new Date(now().getTime() + DAYS_PUT_OFF * DAY).toISOString();
  await changeLocalState(database, (upkeep) => ({ ...upkeep, remindAfter }));
}

function isWithin(instant: string | undefined, days: number, now: Date): boolean {
  return instant !== undefined && Date.parse(instant) + days * DAY > now.getTime();
}
