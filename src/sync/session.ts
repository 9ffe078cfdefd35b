import { keyOf } from '../storage/backup/backup-content';
import type { Database } from '../storage/database/schema';
import { isChanged, type Hub } from './hub';
import { KEY_CHECK, keysAfter } from './key-check';
import type { Keyring } from './keyring';
import { NamedKeys, opensKeyCheck, writeKeyCheck } from './named-keys';
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
  /** A machine of the workspace has written it: with a key that this one lacks, or as a later version. It is not overwritten. */
  mayOpenLater: boolean;
  /** Somebody has put such a value there each time that this machine had replaced it. It tries no more. */
  isForgedAgain: boolean;
}

/** How often a connection replaces a value that nobody can have written, for each subject. */
const MOST_REPAIRS = 3;

export interface HubEntry {
  subject: string;
  revision: number;
  value?: Uint8Array<ArrayBuffer>;
}

/** One connection to the hub, and what was learnt over it. Forgotten with the connection, because a hub may be replaced meanwhile. */
export class Session {
  readonly seen = new Map<string, Seen>();
  readonly refused = new Map<string, RefusedValue>();
  /** How often a value was refused that nobody can have written, by subject. */
  private readonly forged = new Map<string, number>();
  /** Whether this connection has seen all that the hub has, so that it need not ask for what it has not seen. */
  hasSeenAll = false;
  /** What machines of the workspace say of its keys. */
  readonly keys: NamedKeys;

  constructor(
    readonly database: Database,
    readonly hub: Hub,
    readonly keyring: Keyring,
  ) {
    this.keys = new NamedKeys(hub, keyring);
  }

  /** Merges values of the hub with the database, in one transaction, except those that are known already. Returns whether any were new. */
  async take(entries: readonly HubEntry[], options?: ReceivingOptions): Promise<boolean> {
    this.keys.forget();
    for (const entry of entries) {
      if (entry.subject === keysAfter(this.keyring.keyId)) await this.keys.read();
      if (entry.subject === KEY_CHECK) await this.checkKey(entry);
    }
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

  /** Replaces a key check that is none, unless this machine lacks the key. */
  private async checkKey({ subject, revision, value }: HubEntry): Promise<void> {
    if (value === undefined || (await opensKeyCheck(this.keyring, value))) return;
    await this.keys.read();
    if (this.keys.areLater || this.countForged(subject) > MOST_REPAIRS) return;
    await writeKeyCheck(this.hub, this.keyring, revision);
  }

  private countForged(subject: string): number {
    const count = (this.forged.get(subject) ?? 0) + 1;
    this.forged.set(subject, count);
    return count;
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
      return this.refuse(entry, error);
    }
  }

  /** Ours gets into the place of a value that nobody can have written, or that the hub has lost, if there is one. */
  private async refuse(
    { subject, revision }: HubEntry,
    error: SealedValueError | UnusableBodyError,
  ): Promise<OpenedEntry | undefined> {
    const { problem } = error;
    const mayOpenLater = error instanceof UnusableBodyError || (await this.isOfWorkspace(error));
    const isForgedAgain = !mayOpenLater && this.countForged(subject) > MOST_REPAIRS;
    this.refused.set(subject, { subject, revision, problem, mayOpenLater, isForgedAgain });
    if (problem === 'incomplete') {
      await this.dropReference(subject, revision);
      return { received: { subject, isDeleted: true }, revision };
    }
    return mayOpenLater ? undefined : { received: { subject, isJunk: true }, revision };
  }

  /** Whether a machine of the workspace says that its key or its version exists. */
  private async isOfWorkspace({ problem, header }: SealedValueError): Promise<boolean> {
    if (problem === 'newer') return this.keyring.isAnnounced(header.version ?? 0);
    if (problem !== 'unknown-key') return false;
    await this.keys.read();
    return this.keys.areLater || this.keys.has(header.keyId ?? '');
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
    const { body, keyId, machine: sender } = await this.keyring.open(value, subject);
    const content = await readBody(body, subject);
    if (content === undefined) throw new UnusableBodyError('unreadable');
    if (content.kind === 'record') return { received: { subject, record: content.record, sender }, keyId };
    if (content.kind === 'purged') return { received: { subject, purged: content.purged }, keyId };
    const { blob } = content;
    const sealed = await this.hub.blob.get(blob.id, blob.size);
    if (sealed === undefined) throw new UnusableBodyError('incomplete');
    const whole = await this.keyring.open(sealed, `blobs.${blob.id}`);
    const large = await readBody(whole.body, subject);
    if (large?.kind !== 'record' || keyOf(large.record.record) !== recordOfSubject(subject)?.key)
      throw new UnusableBodyError('unreadable');
    return { received: { subject, record: large.record, sender }, keyId, blob };
  }

  /** What the hub has of a subject; applies it unless it is known. */
  async look(subject: string): Promise<Seen | undefined> {
    const known = this.seen.get(subject);
    if (known || (this.hasSeenAll && !this.refused.has(subject))) return known;
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
