import { writeDurably } from '../storage/database/durable-write';
import type { Database, Outgoing } from '../storage/database/schema';
import { onOutgoing, queueAll, removeSent, unpurge } from '../storage/outbox/outbox';
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
import { SYNCED_STORES } from './record-body';
import { SealedValueError } from './sealed-value';
import { sendRecord } from './sent-records';
import { mayOpenLater, Session, type RefusedValue } from './session';
import { parseSubject, subjectOf } from './subjects';

/** How many records are sent at a time. */
const AT_ONCE = 24;
const READ_AT_ONCE = 480;
/** How long nothing must have come from others before this machine notes how far it has come, in milliseconds. */
const QUIET = 3_000;
/** In milliseconds: 90 days. A machine that was away for longer brings back what was deleted meanwhile. */
const PURGES_KEPT_FOR = 90 * 24 * 60 * 60_000;

export interface Progress {
  /** `false` until all that the hub had was applied, and all that it lacked was sent. */
  isInSync: boolean;
  /** How many records the hub has yet to get. */
  waiting: number;
  refused: readonly RefusedValue[];
}

/**
 * Exchanges records with the hub until the connection ends or the signal is aborted: first all that has happened since the last time, then
 * each change as it comes. Stopping it at any point loses nothing: an entry leaves the outbox only in the transaction that notes a nonce
 * that the hub has acknowledged after the record. `rekeyed`: it ended because this machine has got a new key. Throws HubError.
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
  /** What was acknowledged since the last nonce: the outbox's tokens by entry. */
  private readonly sent = new Map<string, string>();
  /** The nonce that the database has. */
  private kept: string | undefined;
  private place: ExchangePlace = { nonce: '', written: 0, applied: 0 };
  private ownRevision = 0;
  private formerKeys: readonly string[] = [];
  private applied = 0;
  private hasNews = false;
  private lastNews = 0;
  private isCaughtUp = false;
  private sending: Promise<void> | undefined;
  private isSendingDue = false;
  private isKeyNew = false;
  private isRekeyed = false;
  private failure: unknown;
  private readonly stop = new AbortController();

  constructor(
    private readonly session: Session,
    private readonly workspace: Workspace,
    private readonly onProgress: (progress: Progress) => void,
  ) {}

  async run(signal: AbortSignal): Promise<'ended' | 'rekeyed'> {
    const stop = () => this.stop.abort();
    signal.addEventListener('abort', stop, { once: true });
    const unsubscribe = onOutgoing(() => this.send());
    try {
      await this.forgetOldPurges();
      await this.begin();
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

  /** Finds out whether this is still the hub that this machine knows. If not, all records are exchanged. */
  private async begin(): Promise<void> {
    const { hub, keyring, database } = this.session;
    const { machine } = this.workspace.hub;
    const own = await hub.get(subjectOf('machines', machine));
    const introduction = own && (await keyring.openIntroduction(own.value, machine).catch(unlessRefused));
    this.ownRevision = own?.revision ?? 0;
    this.formerKeys = introduction?.signing ?? [];
    const { place: known, machines, isKeyNew = false } = this.workspace;
    this.isKeyNew = isKeyNew;
    this.kept = known?.nonce;
    if (known && machines && introduction?.nonce === known.nonce && own?.revision === known.written) {
      this.place = known;
      this.applied = known.applied;
      if (introduction.keyId !== keyring.keyId) await this.writeNonce();
      return;
    }
    await queueAll(database);
    await ensureKeyCheck(this.session);
    await this.writeNonce();
  }

  /** What was deleted for good long ago need not be remembered. */
  private async forgetOldPurges(): Promise<void> {
    const { database } = this.session;
    const limit = new Date(Date.now() - PURGES_KEPT_FOR).toISOString();
    const old = (await database.getAll('purged')).filter(({ at }) => at < limit);
    if (old.length === 0) return;
    await writeDurably(database, ['purged', 'outbox'], async (transaction) => {
      for (const { id } of old) await unpurge(transaction, id);
    });
  }

  /** Tells the hub a new nonce. What was acknowledged before it leaves the outbox. */
  private async writeNonce(): Promise<void> {
    const { hub, keyring, database } = this.session;
    const nonce = crypto.randomUUID();
    const sent = new Map(this.sent);
    const subject = subjectOf('machines', this.workspace.hub.machine);
    const written = await hub.putIfUnchanged(
      subject,
      await keyring.introduceSelf(nonce, this.formerKeys),
      this.ownRevision,
    );
    this.ownRevision = written;
    this.place = { nonce, written, applied: this.appliedUntil(written) };
    await this.keepPlace({ isInSync: sent.size > 0 || this.isCaughtUp });
    await removeSent(database, sent);
    for (const [id, token] of sent) if (this.sent.get(id) === token) this.sent.delete(id);
  }

  /** A change that could not be opened, and may be later, must come again. */
  private appliedUntil(most: number): number {
    const refused = [...this.session.refused.values()].filter(mayOpenLater);
    return Math.min(most, this.applied, ...refused.map(({ revision }) => revision - 1));
  }

  private async keepPlace({ isInSync = false } = {}): Promise<void> {
    const { place } = this;
    const stored = await changeWorkspace(this.session.database, (workspace) => {
      if (workspace === undefined || workspace.place?.nonce !== this.kept) return workspace;
      const { machines = new Map<string, KnownMachine>() } = workspace;
      return { ...workspace, place, machines, ...(isInSync && { inSyncAt: new Date().toISOString() }) };
    });
    // A copy of the database was restored meanwhile, or this machine has left: the next connection finds out.
    if (stored?.place?.nonce !== place.nonce) throw new HubError('unreachable');
    this.kept = place.nonce;
  }

  private async receive(changes: readonly HubChange[]): Promise<void> {
    await this.meet(changes);
    const isNews = await this.session.take(changes);
    const last = changes.at(-1);
    this.applied = last?.revision ?? this.applied;
    this.isCaughtUp ||= (last?.pending ?? 0) === 0;
    if (isNews) {
      this.hasNews = true;
      this.lastNews = Date.now();
    }
    const applied = this.appliedUntil(this.place.written);
    if (applied > this.place.applied) {
      this.place = { ...this.place, applied };
      await this.keepPlace();
    }
    await this.report();
  }

  /** Gets to know other machines, and takes the keys that they send to this one. */
  private async meet(changes: readonly HubChange[]): Promise<void> {
    const { machine } = this.workspace.hub;
    const { known } = this.session.keyring;
    const before = JSON.stringify([...known]);
    for (const { subject, value } of changes) {
      const { kind, id } = parseSubject(subject) ?? {};
      if (value === undefined || id === undefined) continue;
      if (kind === 'machines' && id !== machine)
        await this.session.keyring.openIntroduction(value, id).catch(unlessRefused);
      if (kind !== 'keys' || id !== machine || !(await takeKeys(this.session, value))) continue;
      this.isRekeyed = true;
      this.stop.abort();
    }
    if (JSON.stringify([...known]) !== before)
      await changeWorkspace(
        this.session.database,
        (workspace) => workspace && { ...workspace, machines: known },
      );
  }

  /** Empties the outbox, if that is not being done already. */
  private send(): void {
    this.isSendingDue = true;
    if (!this.isCaughtUp || this.sending) return;
    this.sending = this.empty()
      .catch((error: unknown) => {
        this.failure = error;
        this.stop.abort();
      })
      .finally(() => {
        this.sending = undefined;
        if (this.isSendingDue && !this.stop.signal.aborted) this.send();
      });
  }

  private async empty(): Promise<void> {
    this.isSendingDue = false;
    if (this.isKeyNew) {
      await deliverKeys(this.session);
      this.isKeyNew = false;
    }
    for (;;) {
      const waiting = (await this.readWaiting()).slice(0, READ_AT_ONCE);
      if (waiting.length === 0 || this.stop.signal.aborted) break;
      const isDone = await this.sendAll(waiting);
      await this.report();
      if (!isDone) break; // what is left cannot be sent now
      if (this.sent.size >= READ_AT_ONCE) await this.writeNonce();
    }
    if (this.sent.size > 0) await this.writeNonce();
    else if (this.hasNews) await this.noteNews();
    await this.report();
  }

  /** Returns whether anything was sent. */
  private async sendAll(waiting: readonly Outgoing[]): Promise<boolean> {
    const count = this.sent.size;
    const present = await presentIn(this.session.database, waiting);
    // What is deleted for good, or no longer, is said before. Records that are gone come last: what they were merged into is there then.
    const turnOf = ({ id, store }: Outgoing) => (store === 'purged' ? 0 : present.has(id) ? 1 : 2);
    for (const turn of [0, 1, 2]) {
      const queue = waiting.filter((each) => turnOf(each) === turn);
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          if (this.stop.signal.aborted) return;
          if (await sendRecord(this.session, next)) this.sent.set(next.id, next.token);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }
    return this.sent.size > count;
  }

  private async readWaiting(): Promise<Outgoing[]> {
    const { database } = this.session;
    const all = await database.getAll('outbox', null, READ_AT_ONCE + this.sent.size);
    return all.filter(({ id, token }) => this.sent.get(id) !== token);
  }

  /** After others have written and nobody does any more: the next connection starts from here. */
  private async noteNews(): Promise<void> {
    const rest = this.lastNews + QUIET - Date.now();
    if (rest > 0) {
      setTimeout(() => this.send(), rest);
      return;
    }
    this.hasNews = false;
    await this.writeNonce();
  }

  private async report(): Promise<void> {
    const waiting = Math.max(0, (await this.session.database.count('outbox')) - this.sent.size);
    const refused = [...this.session.refused.values()];
    const isInSync = this.isCaughtUp && !this.isKeyNew && waiting === 0;
    this.onProgress({ isInSync, waiting, refused });
  }
}

async function presentIn(database: Database, outgoing: readonly Outgoing[]): Promise<ReadonlySet<string>> {
  const transaction = database.transaction(SYNCED_STORES);
  const keys = await Promise.all(
    outgoing.map(async ({ id, store, key }) => {
      const found = await transaction.objectStore(store as 'clips').getKey(key);
      return found === undefined ? [] : [id];
    }),
  );
  return new Set(keys.flat());
}

/** What the hub gives for this machine may be forged, or of another key: then everything is exchanged. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealedValueError)) throw error;
  return undefined;
}
