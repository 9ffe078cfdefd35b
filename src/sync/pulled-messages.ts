import { createInbox, type Msg, type NatsConnection } from '@nats-io/nats-core';
import { HubError } from './hub';

interface Pull {
  /** The subject of such requests to the machine's consumer. */
  subject: string;
  inboxPrefix: string;
  /** No more messages than this. */
  most: number;
  /** How long the hub waits for the first message, in milliseconds. */
  expires: number;
  /** Whether the hub sends signs of life meanwhile. */
  hasHeartbeats: boolean;
}

/** In milliseconds. */
const HEARTBEAT = 30_000;
/** How late the hub may be, in milliseconds. */
const LATE = 10_000;
const NANOSECONDS = 1_000_000;

/** The statuses of a pull: https://docs.nats.io/reference/reference-protocols/nats_api_reference. */
const STATUS = { heartbeat: 100, nothing: 404, expired: 408, ended: 409 } as const;

/**
 * Requests messages from a consumer: resolves with as many as there were, also when the connection has ended. Throws HubError. The
 * requests of the library would have the hub send signs of life every 30 s, which is 0.2 MB a day.
 */
export async function pullMessages(
  connection: NatsConnection,
  { subject, inboxPrefix, most, expires, hasHeartbeats }: Pull,
  ended: Promise<unknown>,
): Promise<Msg[]> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const messages: Msg[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitOn = () => {
    clearTimeout(timer);
    const silence = hasHeartbeats ? 2 * HEARTBEAT : expires;
    timer = setTimeout(() => reject(new HubError('slow')), silence + LATE);
  };
  const receive = (error: Error | null, message: Msg) => {
    waitOn();
    const status = message.headers?.code ?? 0;
    if (error !== null) reject(error);
    else if (status === STATUS.expired || status === STATUS.nothing) resolve(undefined);
    else if (status === STATUS.ended) reject(problemOf(message));
    else if (status >= 400) reject(new HubError('unreachable'));
    else if (status !== STATUS.heartbeat && messages.push(message) === most) resolve(undefined);
  };
  const subscription = connection.subscribe(createInbox(inboxPrefix), { callback: receive });
  void ended.then(() => resolve(undefined));
  waitOn();
  try {
    const heartbeat = hasHeartbeats && { idle_heartbeat: HEARTBEAT * NANOSECONDS };
    const request = JSON.stringify({ batch: most, expires: expires * NANOSECONDS, ...heartbeat });
    connection.publish(subject, request, { reply: subscription.getSubject() });
    await promise;
    return messages;
  } finally {
    clearTimeout(timer);
    if (!connection.isClosed()) subscription.unsubscribe();
  }
}

/** Somebody else may have deleted the consumer, or a server of a cluster ends. */
function problemOf({ headers }: Msg): HubError {
  const isDeleted = headers?.description.toLowerCase() === 'consumer deleted';
  return new HubError(isDeleted ? 'elsewhere' : 'unreachable');
}

/** What the hub says of a message in the subject for its acknowledgement. */
export interface Delivery {
  revision: number;
  /** How many messages the consumer has delivered, with this one. */
  count: number;
  /** How many are yet to come. */
  pending: number;
}

/** The subject is `$JS.ACK.STREAM.CONSUMER.ATTEMPT.REVISION.COUNT.TIME.PENDING`, in some servers with a domain and a hash before the stream. */
export function deliveryOf({ reply = '' }: Msg): Delivery {
  const parts = reply.split('.');
  const [revision = NaN, count = NaN, , pending = NaN] = parts.slice(parts.length > 9 ? 7 : 5).map(Number);
  if (!Number.isSafeInteger(revision) || !Number.isSafeInteger(count) || !Number.isSafeInteger(pending))
    throw new HubError('forbidden');
  return { revision, count, pending };
}
