import { keyOf } from '../storage/backup/backup-content';
import type { Database } from '../storage/database/schema';
import { HubError, type Hub } from './hub';
import { KEY_CHECK } from './key-check';
import type { Keyring } from './keyring';
import { applyReceived, type Received, type ReceivingOptions } from './received-changes';
import { readBody, recordOfSubject, type BlobReference } from './record-body';
import { SealedValueError } from './sealed-value';

/** What this connection knows of the hub's value of a subject. */
export interface Seen {
  revision: number;
  /** The outbox's token of our record when it was the same as the hub's. */
  sameAs?: string | undefined;
  isSame: boolean;
  /** The key that its value was encrypted with. */
  keyId?: string | undefined;
  /** It was deleted there. */
  isGone?: boolean;
  blob?: BlobReference;
}

/** A value that the hub gave and that was not applied. */
export interface RefusedValue {
  subject: string;
  revision: number;
  problem: SealedValueError['problem'] | 'unreadable' | 'incomplete';
}

/** These may be readable later: with another key, or by a later version. */
const MAY_OPEN_LATER: readonly RefusedValue['problem'][] = [
  'unknown-key',
  'unknown-machine',
  'newer',
  'unreadable',
  'incomplete',
];

/** The others have replaced the key, and this machine did not get it: it was removed, or its database is an old copy. */
export function lacksKey({ refused }: { refused: readonly RefusedValue[] }): boolean {
  return refused.some(({ subject }) => subject === KEY_CHECK);
}

export function mayOpenLater({ problem }: Pick<RefusedValue, 'problem'>): boolean {
  return MAY_OPEN_LATER.includes(problem);
}

export interface HubEntry {
  subject: string;
  revision: number;
  value?: Uint8Array<ArrayBuffer>;
}

/** One connection to the hub, and what was learnt over it. Forgotten with the connection, because a hub may be replaced meanwhile. */
export class Session {
  readonly seen = new Map<string, Seen>();
  readonly refused = new Map<string, RefusedValue>();

  constructor(
    readonly database: Database,
    readonly hub: Hub,
    readonly keyring: Keyring,
  ) {}

  /** Merges values of the hub with the database, in one transaction, except those that are known already. Returns whether any were new. */
  async take(entries: readonly HubEntry[], options?: ReceivingOptions): Promise<boolean> {
    for (const entry of entries) if (entry.subject === KEY_CHECK) await this.checkKey(entry);
    const fresh = entries.filter(
      ({ subject, revision }) =>
        recordOfSubject(subject) !== undefined && revision > (this.seen.get(subject)?.revision ?? 0),
    );
    const opened = await Promise.all(fresh.map((entry) => this.open(entry)));
    const received = opened.flatMap((each) => each?.received ?? []);
    const { same } = await applyReceived(this.database, received, options);
    for (const each of opened) {
      if (each === undefined) continue;
      const { subject } = each.received;
      const { revision, blob, keyId } = each;
      const isSame = same.has(subject);
      const isGone = 'isDeleted' in each.received;
      const sameAs = same.get(subject);
      this.seen.set(subject, { revision, isSame, isGone, sameAs, keyId, ...(blob && { blob }) });
    }
    return fresh.length > 0;
  }

  /** Only its key matters: whoever signed it may have left. */
  private async checkKey({ subject, revision, value }: HubEntry): Promise<void> {
    const error: unknown =
      value && (await this.keyring.open(value, subject).catch((reason: unknown) => reason));
    if (error instanceof SealedValueError && error.problem === 'unknown-key')
      this.refused.set(subject, { subject, revision, problem: error.problem });
  }

  /** Decrypts a value. Returns `undefined` and adds it to `refused` if it must not be used. */
  private async open(entry: HubEntry): Promise<OpenedEntry | undefined> {
    const { subject, revision, value } = entry;
    if (value === undefined) return { received: { subject, isDeleted: true }, revision };
    try {
      const opened = await this.openBody(value, subject);
      this.refused.delete(subject);
      return { ...opened, revision };
    } catch (error) {
      if (!(error instanceof SealedValueError || error instanceof UnusableBodyError)) throw error;
      this.refused.set(subject, { subject, revision, problem: error.problem });
      if (error.problem !== 'incomplete') return undefined;
      await this.dropReference(subject, revision);
      return { received: { subject, isDeleted: true }, revision }; // it gets ours instead, if there is one
    }
  }

  /** The hub has lost the pieces of a record that is not here. Whoever has it sees the deletion, and sends it again. */
  private async dropReference(subject: string, revision: number): Promise<void> {
    const place = recordOfSubject(subject);
    if (place === undefined) return;
    if ((await this.database.getKey(place.store, place.key)) !== undefined) return;
    try {
      await this.hub.deleteIfUnchanged(subject, revision);
      this.refused.delete(subject);
    } catch (error) {
      if (!isChanged(error)) throw error; // somebody has sent it already
    }
  }

  private async openBody(value: Uint8Array<ArrayBuffer>, subject: string): Promise<OpenedBody> {
    const { body, keyId } = await this.keyring.open(value, subject);
    const content = await readBody(body, subject);
    if (content === undefined) throw new UnusableBodyError('unreadable');
    if (content.kind === 'record') return { received: { subject, record: content.record }, keyId };
    if (content.kind === 'purged') return { received: { subject, purged: content.purged }, keyId };
    const { blob } = content;
    const sealed = await this.hub.blob.get(blob.id, blob.size);
    if (sealed === undefined) throw new UnusableBodyError('incomplete');
    const whole = await this.keyring.open(sealed, `blobs.${blob.id}`);
    const large = await readBody(whole.body, subject);
    if (large?.kind !== 'record' || keyOf(large.record.record) !== recordOfSubject(subject)?.key)
      throw new UnusableBodyError('unreadable');
    return { received: { subject, record: large.record }, keyId, blob };
  }

  /** What the hub has of a subject; applies it unless it is known. */
  async look(subject: string): Promise<Seen | undefined> {
    const known = this.seen.get(subject);
    if (known) return known;
    const found = await this.hub.get(subject);
    if (found === undefined) return undefined;
    await this.take([{ subject, ...found }]);
    return this.seen.get(subject) ?? { revision: found.revision, isSame: false };
  }
}

/** What a value of the hub says. `keyId`: the key that it was encrypted with; none for a deletion. */
interface OpenedBody {
  received: Received;
  keyId?: string;
  blob?: BlobReference;
}

interface OpenedEntry extends OpenedBody {
  revision: number;
}

class UnusableBodyError extends Error {
  constructor(readonly problem: 'unreadable' | 'incomplete') {
    super(`The value is ${problem}`);
  }
}

export function isChanged(error: unknown): boolean {
  return error instanceof HubError && error.problem === 'changed';
}
