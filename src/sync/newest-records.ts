import * as v from 'valibot';
import { FIRST_NEWSLETTER } from '../news/newsletter';
import { findCurrentIssue } from '../storage/issue-lookup';
import type { Database } from '../storage/database/schema';
import { isChanged } from './hub';
import { decodeJson, encodeJson } from './json-bytes';
import { recordOfSubject, subjectOfRecord, type SyncedStore } from './record-body';
import { SealedValueError } from './sealed-value';
import type { HubEntry, Session } from './session';
import type { Kind } from './subjects';

/** A list of what a machine that joins should get first. It is no record, so it is not in the feed. */
const SUBJECT = 'blobs.newest';
const MOST = 500;
const READ_AT_ONCE = 24;

const listSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(MOST));

/** What says where clips belong: until it is here, they are shown in the inbox. */
const FRAME: readonly Kind[] = ['preferences', 'newsletters', 'issues'];

/** Gets what a machine without records needs most: the newest issue, then all issues, before the feed brings everything. */
export async function takeFirst(session: Session, signal: AbortSignal): Promise<void> {
  await takeNewest(session);
  for await (const changes of session.hub.feedSince(0, signal, FRAME)) {
    await session.take(changes, { hasSentNothing: true });
    if ((changes.at(-1)?.pending ?? 0) === 0) return;
  }
}

/** Gets the records that the list at the hub names. */
async function takeNewest(session: Session): Promise<void> {
  const { hub, keyring } = session;
  const found = await hub.get(SUBJECT);
  const opened = found && (await keyring.open(found.value, SUBJECT).catch(unlessRefused));
  const list = v.safeParse(listSchema, opened && decodeJson(opened.body));
  if (!list.success) return;
  const subjects = list.output.filter((subject) => recordOfSubject(subject) !== undefined);
  const entries: HubEntry[] = [];
  const read = async () => {
    for (let subject = subjects.shift(); subject !== undefined; subject = subjects.shift()) {
      const value = await hub.get(subject);
      if (value) entries.push({ subject, ...value });
    }
  };
  await Promise.all(Array.from({ length: READ_AT_ONCE }, read));
  await session.take(entries, { hasSentNothing: true });
}

/** Writes the list: the settings, and the current issue of each newsletter with its clips. Returns the list. */
export async function nameNewest({ database, hub, keyring }: Session, former: string): Promise<string> {
  const list = await listNewest(database);
  const text = list.join(' ');
  if (text === former) return text;
  const value = await keyring.seal(encodeJson(list), SUBJECT);
  const found = await hub.get(SUBJECT);
  await hub.putIfUnchanged(SUBJECT, value, found?.revision ?? 0).catch((error: unknown) => {
    if (!isChanged(error)) throw error; // another machine has just written it
  });
  return text;
}

async function listNewest(database: Database): Promise<string[]> {
  const newsletters = new Set([FIRST_NEWSLETTER, ...(await database.getAllKeys('newsletters'))]);
  const current = await Promise.all([...newsletters].map((id) => findCurrentIssue(database, id)));
  const issues = current.filter((issue) => issue !== undefined);
  const homes = [...issues.map(({ id }) => id), ...newsletters];
  const clips = await Promise.all(homes.map((id) => database.getAllKeysFromIndex('clips', 'issueId', id)));
  const keys: Partial<Record<SyncedStore, readonly string[]>> = {
    preferences: ['preferences'],
    newsletters: [...newsletters],
    issues: issues.map(({ id }) => id),
    pictures: issues.flatMap(({ cover }) => cover?.pictureId ?? []),
    clips: clips.flat(),
  };
  return Object.entries(keys)
    .flatMap(([store, all]) => all.map((key) => subjectOfRecord({ store: store as SyncedStore, key })))
    .slice(0, MOST);
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealedValueError)) throw error;
  return undefined; // nobody can have written it, or it was sealed with another key
}
