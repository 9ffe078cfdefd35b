import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  jetstream,
  jetstreamManager,
  type Consumer,
  type JetStreamClient,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import { errors, nkeyAuthenticator, wsconnect, type NatsConnection } from '@nats-io/nats-core';
import type { HubAccess } from './codes';
import { HubError, type Hub, type HubChange, type HubProblem } from './hub';
import { FEED_SUBJECTS } from './subjects';

const BUCKET = 'clipsheet';
const STREAM = `KV_${BUCKET}`;
const PREFIX = `$KV.${BUCKET}.`;
/** The most bytes of one value; larger ones are cut. */
export const CHUNK = 480 * 1024;
/** In milliseconds. */
const TIME_LIMIT = 10_000;
const BATCH = 200;
/** How long the hub keeps the place of a feed whose connection was lost, in nanoseconds. */
const FORGOTTEN_AFTER = 60 * 1_000_000_000;
/** How long one request for changes waits, in milliseconds. */
const WAIT = 10 * 60_000;

/** Connects to a hub. Throws HubError. */
export async function connectHub({ address, machine, seed }: HubAccess): Promise<Hub> {
  try {
    const connection = await wsconnect({
      servers: address,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      inboxPrefix: `_INBOX_${machine}`,
      name: machine,
      reconnect: false, // each connection begins with what the hub remembers of this machine
      timeout: TIME_LIMIT,
      ignoreClusterUpdates: true,
    });
    const options = { timeout: TIME_LIMIT };
    const client = jetstream(connection, options);
    const manager = await jetstreamManager(connection, { ...options, checkAPI: false });
    const records = await new Kvm(client).open(BUCKET);
    return new JetStreamHub(connection, client, manager, records, machine);
  } catch (error) {
    throw nameHubError(error);
  }
}

/** A key-value bucket of NATS JetStream, as documented: https://docs.nats.io/nats-concepts/jetstream/key-value-store. */
class JetStreamHub implements Hub {
  readonly closed: Promise<void>;

  constructor(
    private readonly connection: NatsConnection,
    private readonly client: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly records: KV,
    private readonly machine: string,
  ) {
    this.closed = connection.closed().then(() => undefined);
  }

  get(subject: string) {
    return named(async () => {
      const entry = await this.records.get(subject);
      if (entry?.operation !== 'PUT') return undefined;
      return { value: new Uint8Array(entry.value), revision: entry.revision };
    });
  }

  putIfUnchanged(subject: string, value: Uint8Array<ArrayBuffer>, revision: number) {
    return named(() =>
      // A subject whose value was deleted has the revision of its deletion, which `create` finds.
      revision === 0
        ? this.records.create(subject, value)
        : this.records.put(subject, value, { previousSeq: revision }),
    );
  }

  deleteIfUnchanged(subject: string, revision: number) {
    return named(() => this.records.delete(subject, { previousSeq: revision }));
  }

  readonly blob = {
    put: (id: string, value: Uint8Array<ArrayBuffer>) =>
      named(async () => {
        for (const [subject, start] of chunksOf(id, value.length))
          await this.records.put(subject, value.subarray(start, start + CHUNK));
      }),
    get: (id: string, size: number) =>
      named(async () => {
        const whole = new Uint8Array(size);
        for (const [subject, start] of chunksOf(id, size)) {
          const chunk = await this.get(subject);
          if (chunk?.value.length !== Math.min(CHUNK, size - start)) return undefined;
          whole.set(chunk.value, start);
        }
        return whole;
      }),
    remove: (id: string, size: number) =>
      named(async () => {
        for (const [subject] of chunksOf(id, size)) await this.records.delete(subject);
      }),
  };

  lastRevision() {
    return named(async () => (await this.manager.streams.info(STREAM)).state.last_seq);
  }

  async *feedSince(revision: number, signal: AbortSignal): AsyncGenerator<HubChange[]> {
    const consumer = await named(() => this.newConsumer(revision));
    const ending = Promise.race([this.closed, aborted(signal)]).then(() => undefined);
    let delivered = 0;
    let hasMore = true;
    while (!signal.aborted) {
      // While changes are known to wait, they are requested in batches: as many as are processed at a time.
      const messages = await named(() =>
        consumer.fetch({ max_messages: hasMore ? BATCH : 1, expires: hasMore ? 1_000 : WAIT }),
      );
      void ending.then(() => messages.stop());
      const batch: HubChange[] = [];
      for await (const message of messages) {
        const { info, subject, seq } = message;
        if (info.deliverySequence !== ++delivered) throw new HubError('unreachable'); // one was lost on its way
        const isPut = (message.headers?.get('KV-Operation') ?? '') === '';
        batch.push({
          subject: subject.slice(PREFIX.length),
          revision: seq,
          ...(isPut && { value: new Uint8Array(message.data) }),
          pending: info.pending,
        });
        if (info.pending === 0) messages.stop();
      }
      hasMore = batch.length > 0 && (batch.at(-1)?.pending ?? 0) > 0;
      if (batch.length > 0) yield batch;
      else if (this.connection.isClosed()) return;
      else hasMore = false;
    }
  }

  /** A machine has one place in the feed, named after it. An earlier connection may have left one. */
  private async newConsumer(revision: number): Promise<Consumer> {
    await this.manager.consumers.delete(STREAM, this.machine).catch((error: unknown) => {
      if (!(error instanceof JetStreamApiError)) throw error; // there was none
    });
    await this.manager.consumers.add(STREAM, {
      name: this.machine,
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: revision + 1,
      filter_subjects: FEED_SUBJECTS.map((subject) => PREFIX + subject),
      inactive_threshold: FORGOTTEN_AFTER,
      mem_storage: true,
    });
    return this.client.consumers.get(STREAM, this.machine);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

function* chunksOf(id: string, size: number): Generator<[subject: string, start: number]> {
  for (let start = 0; start < size; start += CHUNK) yield [`blobs.${id}.${start / CHUNK}`, start];
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function named<Result>(act: () => Promise<Result>): Promise<Result> {
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
