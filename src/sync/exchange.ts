import type { Database, Outgoing } from '../storage/database/schema';
import { onOutgoing, queueAll, readOutgoing, removeSent } from '../storage/outbox/outbox';
import {
  changeWorkspace,
  readWorkspace,
  type ExchangePlace,
  type KnownMachine,
  type Workspace,
} from '../storage/outbox/workspace';
import { HubError, type Hub, type HubChange } from './hub';
import { deliverKeys, ensureKeyCheck, takeKeys } from './key-rotation';
import { Keyring } from './keyring';
import { nameNewest, takeFirst } from './newest-records';
import { forgetOldPurges, longAwaySince } from './old-purges';
import { SealedValueError } from './sealed-value';
import { recordOfSubject } from './record-body';
import { sendRecords } from './sent-records';
import { Session, type RefusedValue } from './session';
import { parseSubject, subjectOf } from './subjects';

/** How many entries of the outbox are read at a time, and sent before the next nonce. */
const READ_AT_ONCE = 480;
/** How long nothing must have come from other machines before the place of this one is stored, in milliseconds. */
const QUIET = 3_000;
/** How often the place is stored while much is received, in milliseconds. */
const STORED_AFTER = 2_000;
/** How often this machine notes that it is in sync, in milliseconds. */
const NOTED_AFTER = 60 * 60_000;

export interface Progress {
  /** `false` until all that the hub had was applied, and all that it lacked was sent. */
  isInSync: boolean;
  /** How many records the hub has yet to get. */
  waiting: number;
  refused: readonly RefusedValue[];
  /** The others have replaced the key, and this machine did not get it. It sends nothing. */
  lacksKey: boolean;
}

/**
 * Exchanges records with the hub until the connection ends or the signal is aborted: first everything since the last connection,
 * then each change as it comes. Nothing is lost if it is stopped: an entry leaves the outbox only after the hub has acknowledged
 * the record, and then a nonce. Returns `rekeyed` if it ended because this machine has received a new key. Throws HubError.
 */
export async function exchange(
  database: Database,
  hub: Hub,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<'ended' | 'rekeyed'> {
  const workspace = await readWorkspace(database);
  if (workspace === undefined) return 'ended';
  const keyring = await Keyring.open(workspace, hub);
  return new Exchange(new Session(database, hub, keyring), workspace, onProgress).run(signal);
}

class Exchange {
  /** The entries of the outbox that the hub has acknowledged since the last nonce, with their tokens. */
  private readonly sent = new Map<string, string>();
  /** The nonce in the database. */
  private storedNonce: string | undefined;
  /** How far this machine has come, as it is stored when the next nonce has been written. */
  private place: ExchangePlace = { nonce: '', written: 0, applied: 0 };
  /** The revision at the hub of this machine's own introduction. */
  private ownRevision = 0;
  private formerSigningKeys: readonly string[] = [];
  /** The revision of the last change of the hub that was applied. */
  private applied = 0;
  private hasReceived = false;
  private lastReceivedAt = 0;
  private isCaughtUp = false;
  /** What this connection has named last as the newest records. */
  private newest = '';
  /** When the place was stored last, and when it was noted that this machine is in sync. */
  private storedAt = 0;
  private notedAt = 0;
  private sending: Promise<void> | undefined;
  private isSendingDue = false;
  private isKeyNew = false;
  private readonly awaySince: string | undefined;
  private isRekeyed = false;
  private failure: unknown;
  private readonly stop = new AbortController();

  constructor(
    private readonly session: Session,
    private readonly workspace: Workspace,
    private readonly onProgress: (progress: Progress) => void,
  ) {
    this.awaySince = longAwaySince(workspace);
  }

  async run(signal: AbortSignal): Promise<'ended' | 'rekeyed'> {
    const stop = () => this.stop.abort();
    signal.addEventListener('abort', stop, { once: true });
    const unsubscribe = onOutgoing(() => this.send());
    try {
      await forgetOldPurges(this.session.database);
      await this.begin();
      const hasNothing = this.place.applied === 0;
      if (hasNothing) await takeFirst(this.session, this.stop.signal);
      this.session.hasSeenAll = hasNothing; // when it has caught up, before which it sends nothing
      for await (const changes of this.session.hub.feedSince(this.place.applied, this.stop.signal)) {
        await this.receive(changes);
        if (this.isCaughtUp) this.send();
      }
      await this.sending;
      if (this.failure !== undefined) throw this.failure as Error;
      return this.isRekeyed ? 'rekeyed' : 'ended';
    } finally {
      unsubscribe();
      stop();
      signal.removeEventListener('abort', stop);
    }
  }

  /**
   * Continues from the stored place if the hub still has the nonce that this machine wrote last, at its revision. Otherwise the
   * hub or the database was replaced, and all records are exchanged.
   */
  private async begin(): Promise<void> {
    const { hub, keyring, database } = this.session;
    const { machine } = this.workspace.hub;
    await this.session.keys.read();
    const own = await hub.get(subjectOf('machines', machine));
    const introduction = own && (await keyring.openIntroduction(own.value, machine).catch(unlessRefused));
    this.ownRevision = own?.revision ?? 0;
    this.formerSigningKeys = introduction?.signing ?? [];
    const { place: known, machines, isKeyNew = false } = this.workspace;
    this.isKeyNew = isKeyNew;
    this.storedNonce = known?.nonce;
    if (known && machines && introduction?.nonce === known.nonce && own?.revision === known.written) {
      this.place = known;
      this.applied = known.applied;
      if (introduction.keyId !== keyring.keyId) await this.writeNonce();
      return;
    }
    await queueAll(database);
    if (!this.session.keys.areLater) await ensureKeyCheck(this.session);
    await this.writeNonce();
  }

  /** Writes a new nonce to the hub, and removes from the outbox what the hub acknowledged before it. */
  private async writeNonce(): Promise<void> {
    const { hub, keyring, database } = this.session;
    const nonce = crypto.randomUUID();
    const sent = new Map(this.sent);
    const subject = subjectOf('machines', this.workspace.hub.machine);
    const written = await hub.putIfUnchanged(
      subject,
      await keyring.introduceSelf(nonce, this.formerSigningKeys),
      this.ownRevision,
    );
    this.ownRevision = written;
    this.place = { nonce, written, applied: this.appliedUntil(written) };
    await this.storePlace();
    await removeSent(database, sent);
    for (const [id, token] of sent) if (this.sent.get(id) === token) this.sent.delete(id);
  }

  /** The revision to continue from next time. A change that cannot be opened yet must come again. */
  private appliedUntil(most: number): number {
    const refused = [...this.session.refused.values()].filter(({ mayOpenLater }) => mayOpenLater);
    return Math.min(most, this.applied, ...refused.map(({ revision }) => revision - 1));
  }

  private async storePlace(): Promise<void> {
    const { place } = this;
    const stored = await changeWorkspace(this.session.database, (workspace) => {
      if (workspace === undefined || workspace.place?.nonce !== this.storedNonce) return workspace;
      const { machines = new Map<string, KnownMachine>() } = workspace;
      return { ...workspace, place, machines };
    });
    // A copy of the database was restored meanwhile, or this machine has left; the next connection handles both.
    if (stored?.place?.nonce !== place.nonce) throw new HubError('unreachable');
    this.storedNonce = place.nonce;
    this.storedAt = Date.now();
  }

  private async receive(changes: readonly HubChange[]): Promise<void> {
    await this.learnMachines(changes);
    const hasSentNothing = this.workspace.place === undefined && !this.isCaughtUp;
    const isNews = await this.session.take(changes, {
      hasSentNothing,
      awaySince: this.isCaughtUp ? undefined : this.awaySince,
    });
    const last = changes.at(-1);
    this.applied = last?.revision ?? this.applied;
    const wasCaughtUp = this.isCaughtUp;
    this.isCaughtUp ||= (last?.pending ?? 0) === 0;
    if (isNews) {
      this.hasReceived = true;
      this.lastReceivedAt = Date.now();
    }
    const applied = this.appliedUntil(this.place.written);
    if (applied > this.place.applied && (this.isCaughtUp || Date.now() - this.storedAt > STORED_AFTER)) {
      this.place = { ...this.place, applied };
      await this.storePlace();
    }
    const isEcho = !isNews && changes.every(({ subject }) => recordOfSubject(subject) !== undefined);
    if (!wasCaughtUp || !isEcho) await this.report(); // of what this machine has sent itself, each is one change
  }

  /** Stores the public keys of other machines, and the workspace keys that they send to this one. */
  private async learnMachines(changes: readonly HubChange[]): Promise<void> {
    const { machine } = this.workspace.hub;
    const { keyring } = this.session;
    for (const { subject, value } of changes) {
      const { kind, id } = parseSubject(subject) ?? {};
      if (value === undefined || id === undefined) continue;
      if (kind === 'machines' && id !== machine)
        await keyring.openIntroduction(value, id).catch(unlessRefused);
      if (kind !== 'keys' || id !== machine || !(await takeKeys(this.session, value))) continue;
      this.isRekeyed = true;
      this.stop.abort();
    }
    if (!keyring.hasLearned) return;
    keyring.hasLearned = false;
    await changeWorkspace(
      this.session.database,
      (workspace) => workspace && { ...workspace, machines: keyring.known },
    );
  }

  /** Sends what is in the outbox, now or after the sending that is in progress. */
  private send(): void {
    this.isSendingDue = true;
    if (!this.isCaughtUp || this.sending) return;
    this.sending = this.emptyOutbox()
      .catch((error: unknown) => {
        this.failure = error;
        this.stop.abort();
      })
      .finally(() => {
        this.sending = undefined;
        if (this.isSendingDue && !this.stop.signal.aborted) this.send();
      });
  }

  private async emptyOutbox(): Promise<void> {
    this.isSendingDue = false;
    if (this.session.keys.areLater) return this.report(); // the others would refuse what it writes
    if (this.isKeyNew) {
      await deliverKeys(this.session);
      this.isKeyNew = false;
    }
    for (;;) {
      const waiting = (await this.readWaiting()).slice(0, READ_AT_ONCE);
      if (waiting.length === 0 || this.stop.signal.aborted) break;
      const count = this.sent.size;
      await sendRecords(this.session, waiting, this.stop.signal, ({ id, token }) => this.sent.set(id, token));
      await this.report();
      if (this.sent.size === count) break; // what is left cannot be sent now
      if (this.sent.size >= READ_AT_ONCE) await this.writeNonce();
    }
    if (this.sent.size > 0) {
      this.newest = await nameNewest(this.session, this.newest);
      await this.writeNonce();
    } else if (this.hasReceived) await this.storePlaceWhenQuiet();
    await this.report();
  }

  private async readWaiting(): Promise<Outgoing[]> {
    const waiting = await readOutgoing(this.session.database, READ_AT_ONCE + this.sent.size);
    return waiting.filter(({ id, token }) => this.sent.get(id) !== token);
  }

  /** Stores the place when other machines have stopped writing, so that the next connection starts from here. */
  private async storePlaceWhenQuiet(): Promise<void> {
    const rest = this.lastReceivedAt + QUIET - Date.now();
    if (rest > 0) {
      setTimeout(() => this.send(), rest);
      return;
    }
    this.hasReceived = false;
    await this.writeNonce();
  }

  private async report(): Promise<void> {
    const waiting = Math.max(0, (await this.session.database.count('outbox')) - this.sent.size);
    const refused = [...this.session.refused.values()];
    const { keys } = this.session;
    const isInSync = this.isCaughtUp && !this.isKeyNew && !keys.areLater && waiting === 0;
    const lacksKey = keys.areWithheld && this.isCaughtUp && !this.isRekeyed;
    if (isInSync && Date.now() - this.notedAt > NOTED_AFTER) await this.noteInSync();
    this.onProgress({ isInSync, waiting, refused, lacksKey });
  }

  /** Also when nothing was exchanged: it tells how long this machine was away. */
  private async noteInSync(): Promise<void> {
    this.notedAt = Date.now();
    const inSyncAt = new Date().toISOString();
    await changeWorkspace(this.session.database, (workspace) => workspace && { ...workspace, inSyncAt });
  }
}

/** For values that may be forged or sealed with another key: those are treated as missing. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealedValueError)) throw error;
  return undefined;
}
