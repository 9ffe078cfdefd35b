import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  jetstream,
  jetstreamManager,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import { errors, nkeyAuthenticator, wsconnect, type Msg, type NatsConnection } from '@nats-io/nats-core';
import * as v from 'valibot';
import { CHUNK } from './chunks';
import { API_PREFIX, inboxOf, RECORD_BUCKET, RECORD_PREFIX, RECORD_STREAM, type HubAccess } from './codes';
import { HubError, type Hub, type HubChange, type HubProblem } from './hub';
import { deliveryOf, pullMessages } from './pulled-messages';
import { KINDS, subjectsOf, type Kind } from './subjects';

/** In milliseconds. */
const TIME_LIMIT = 10_000;
/** The server asks whether the connection is alive; this is for a server that does not. In milliseconds. */
const PING_INTERVAL = 20 * 60_000;
/** How many changes are requested at once. */
const BATCH = 200;
/** How long the hub keeps the place of a feed whose connection was lost, in nanoseconds. */
const FORGOTTEN_AFTER = 60 * 60_000_000_000;
/** How long one request for changes waits, in milliseconds: a hub forgets it after an hour (scripts/hub/limits.ts). */
const WAIT = 50 * 60_000;

/** Until a hub must have let this machine in and shown its workspace, in milliseconds. */
const MOST_TO_CONNECT = 15_000;
/** How long the other side may take to say goodbye, in milliseconds. */
const MOST_TO_CLOSE = 1_000;

/**
 * Connects to a hub. Throws HubError. Has a time limit of its own, because the library, after its own limit, waits for the other
 * side to close the connection, which a hub that no longer answers never does.
 */
export async function connectHub(access: HubAccess): Promise<Hub> {
  const opening = openHub(access);
  try {
    return await Promise.race([opening, failAfter(MOST_TO_CONNECT)]);
  } catch (error) {
    void opening.then(
      (hub) => hub.close(),
      () => undefined, // the same error, or a later one that nobody waits for
    );
    throw error;
  }
}

async function failAfter(milliseconds: number): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  throw new HubError('unreachable');
}

async function openHub({ address, machine, seed }: HubAccess): Promise<Hub> {
  try {
    const connection = await wsconnect({
      servers: address,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      inboxPrefix: inboxOf(machine),
      name: machine,
      reconnect: false, // each connection begins with what the hub remembers of this machine
      timeout: TIME_LIMIT,
      pingInterval: PING_INTERVAL,
      ignoreClusterUpdates: true,
    });
    const options = { timeout: TIME_LIMIT, apiPrefix: API_PREFIX };
    const client = jetstream(connection, options);
    const manager = await jetstreamManager(connection, { ...options, checkAPI: false });
    const records = await new Kvm(client).open(RECORD_BUCKET);
    return new JetStreamHub({ connection, manager, records, machine });
  } catch (error) {
    throw nameHubError(error);
  }
}

interface Parts {
  connection: NatsConnection;
  manager: JetStreamManager;
  records: KV;
  machine: string;
}

/** A key-value bucket of NATS JetStream, as documented: https://docs.nats.io/nats-concepts/jetstream/key-value-store. */
class JetStreamHub implements Hub {
  readonly closed: Promise<void>;

  constructor(private readonly parts: Parts) {
    this.closed = parts.connection.closed().then(() => undefined);
  }

  get(subject: string) {
    return withHubErrors(async () => {
      const entry = await this.parts.records.get(subject);
      if (entry?.operation !== 'PUT') return undefined;
      return { value: new Uint8Array(entry.value), revision: entry.revision };
    });
  }

  putIfUnchanged(subject: string, value: Uint8Array<ArrayBuffer>, revision: number) {
    const { records } = this.parts;
    // A subject whose value was deleted has the revision of its deletion, which `create` finds.
    return withHubErrors(() =>
      revision === 0
        ? records.create(subject, value)
        : records.put(subject, value, { previousSeq: revision }),
    );
  }

  deleteIfUnchanged(subject: string, revision: number) {
    return withHubErrors(() => this.parts.records.delete(subject, { previousSeq: revision }));
  }

  readonly blob = {
    put: (id: string, value: Uint8Array<ArrayBuffer>) =>
      withHubErrors(async () => {
        for (const [subject, start] of chunksOf(id, value.length))
          await this.parts.records.put(subject, value.slice(start, start + CHUNK));
      }),
    get: (id: string, size: number) =>
      withHubErrors(async () => {
        const whole = new Uint8Array(size);
        for (const [subject, start] of chunksOf(id, size)) {
          const chunk = await this.get(subject);
          if (chunk?.value.length !== Math.min(CHUNK, size - start)) return undefined;
          whole.set(chunk.value, start);
        }
        return whole;
      }),
    remove: (id: string, size: number) =>
      withHubErrors(async () => {
        for (const [subject] of chunksOf(id, size)) await this.parts.records.delete(subject);
      }),
  };

  async *feedSince(
    revision: number,
    signal: AbortSignal,
    kinds: readonly Kind[] = KINDS,
  ): AsyncGenerator<HubChange[]> {
    const waiting = await withHubErrors(() => this.makeConsumer(revision, kinds));
    const ending = Promise.race([this.closed, aborted(signal)]);
    let delivered = 0;
    const request = (pending: number): Promise<HubChange[]> => {
      const next = withHubErrors(() => this.pull(pending, delivered, ending));
      next.catch(() => undefined); // thrown when it is awaited, unless nobody wants it any more
      return next;
    };
    let next = request(waiting);
    if (waiting === 0) yield [];
    for (;;) {
      const batch = await next;
      delivered += batch.length;
      if (signal.aborted || this.parts.connection.isClosed()) return;
      next = request(batch.at(-1)?.pending ?? 0); // comes while this one is applied
      if (batch.length > 0) yield batch;
    }
  }

  /** Never more than is known to wait (`pending`): what came for a request that has ended would be lost. */
  private async pull(pending: number, delivered: number, ending: Promise<unknown>): Promise<HubChange[]> {
    const { connection, machine } = this.parts;
    const isWaiting = pending === 0;
    const messages = await pullMessages(
      connection,
      {
        subject: `${API_PREFIX}.CONSUMER.MSG.NEXT.${RECORD_STREAM}.${machine}`,
        inboxPrefix: inboxOf(machine),
        most: isWaiting ? 1 : Math.min(BATCH, pending),
        expires: isWaiting ? WAIT : 2_000,
        // A server of a cluster that dies forgets who waits.
        hasHeartbeats: isWaiting && connection.info?.cluster !== undefined,
      },
      ending,
    );
    return messages.map((message, place) => readChange(message, delivered + place + 1));
  }

  /**
   * A machine has one place in the feed, named after it; an earlier connection may have left one. The request names the machine in its
   * subject, so that the hub can allow it that place alone; the library's own request would not, for several subjects. Returns how
   * many changes wait.
   */
  private async makeConsumer(revision: number, kinds: readonly Kind[]): Promise<number> {
    const { manager, connection, machine } = this.parts;
    await manager.consumers.delete(RECORD_STREAM, machine).catch((error: unknown) => {
      if (!(error instanceof JetStreamApiError)) throw error; // there was none
    });
    const config = {
      name: machine,
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: revision + 1,
      filter_subjects: kinds.map((kind) => RECORD_PREFIX + subjectsOf(kind)),
      inactive_threshold: FORGOTTEN_AFTER,
      mem_storage: true,
    };
    const answer = await connection.request(
      `${API_PREFIX}.CONSUMER.CREATE.${RECORD_STREAM}.${machine}`,
      JSON.stringify({ stream_name: RECORD_STREAM, config }),
      { timeout: TIME_LIMIT },
    );
    const parsed = v.safeParse(creationSchema, answer.json());
    if (!parsed.success) throw new HubError('forbidden');
    const { error, num_pending: waiting = 0 } = parsed.output;
    if (error) throw new HubError(API_CODES[error.err_code] ?? 'forbidden', { cause: error });
    return waiting;
  }

  async close(): Promise<void> {
    const waited = new Promise((resolve) => setTimeout(resolve, MOST_TO_CLOSE));
    await Promise.race([this.parts.connection.close(), waited]);
  }
}

/** `count`: how many have come with it. */
function readChange(message: Msg, count: number): HubChange {
  const { revision, pending, count: delivered } = deliveryOf(message);
  if (delivered !== count) throw new HubError('unreachable'); // one was lost on its way
  const change = { subject: message.subject.slice(RECORD_PREFIX.length), revision, pending };
  const isPut = (message.headers?.get('KV-Operation') ?? '') === '';
  return isPut ? { ...change, value: new Uint8Array(message.data) } : change;
}

const creationSchema = v.object({
  error: v.optional(v.object({ err_code: v.number() })),
  num_pending: v.optional(v.number()),
});

function* chunksOf(id: string, size: number): Generator<[subject: string, start: number]> {
  for (let start = 0; start < size; start += CHUNK) yield [`blobs.${id}.${start / CHUNK}`, start];
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Runs an act, and turns the errors of the library into HubErrors. */
async function withHubErrors<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw nameHubError(error);
  }
}

/** The codes of JetStream: https://github.com/nats-io/nats-server/blob/main/server/errors.json. */
const API_CODES: Readonly<Record<number, HubProblem>> = {
  10071: 'changed', // the last sequence of the subject is another one
  10164: 'changed',
  10014: 'elsewhere', // the place in the feed is gone that was made just now
  10059: 'no-workspace', // there is no such stream
  10039: 'no-workspace', // JetStream is off
  10076: 'no-workspace',
  10023: 'full', // insufficient resources
  10047: 'full', // storage of the server
  10054: 'full', // the message is larger than the stream allows
  10077: 'full', // a limit of the stream
  10122: 'full',
};

function nameHubError(error: unknown): HubError {
  if (error instanceof HubError) return error;
  const cause = { cause: error };
  if (error instanceof JetStreamApiError) return new HubError(API_CODES[error.code] ?? 'forbidden', cause);
  if (error instanceof errors.AuthorizationError || error instanceof errors.UserAuthenticationExpiredError)
    return new HubError('removed', cause);
  const inner = error instanceof Error ? error.cause : undefined;
  if (error instanceof errors.PermissionViolationError || inner instanceof errors.PermissionViolationError)
    return new HubError('forbidden', cause);
  return new HubError('unreachable', cause);
}
