/** What a machine may not do at a hub, tried as an attacker would: over a connection without our client. */
import { headers, type NatsConnection } from '@nats-io/nats-core';
import { API_PREFIX, RECORD_PREFIX, RECORD_STREAM } from '../../src/sync/codes';

export const OWN = `${API_PREFIX}.${RECORD_PREFIX}`;
const API = ['$JS.API', API_PREFIX];
/** What an act has brought its author: nothing, or the answer's text. */
export type Act = (thief: NatsConnection) => Promise<string | undefined>;

/** Sends a request and returns what the server gives, unless it is a refusal. */
export function asks(subject: string, body: unknown = '', withHeaders: Record<string, string> = {}): Act {
  return async (thief) => {
    const sent = headers();
    for (const [name, value] of Object.entries(withHeaders)) sent.set(name, value);
    try {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await thief.request(subject, text, { timeout: 250, headers: sent });
      return /"error":\{"code":[45]/u.test(answer.string()) ? undefined : answer.string();
    } catch {
      return undefined; // refused by a permission, or nobody answers
    }
  };
}

/** Publishes with another's subject as the place for the answer. */
export function asksOnBehalf(reply: string, subject: string, body = ''): Act {
  return async (thief) => {
    thief.publish(subject, body, { reply });
    await thief.flush();
    return undefined;
  };
}

export function consumer(name: string, config: Record<string, unknown> = {}) {
  return {
    stream_name: RECORD_STREAM,
    config: { name, ack_policy: 'none', deliver_policy: 'all', mem_storage: true, ...config },
  };
}

/** Makes its own consumer, which it may, with what it may not. */
function consumes(config: Record<string, unknown>, then?: Act): Act {
  return async (thief) => {
    await asks(`${API_PREFIX}.CONSUMER.CREATE.${RECORD_STREAM}.thief`, consumer('thief', config))(thief);
    const brought = await then?.(thief);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await asks(`${API_PREFIX}.CONSUMER.DELETE.${RECORD_STREAM}.thief`)(thief);
    return brought;
  };
}

const FETCH = `${API_PREFIX}.CONSUMER.MSG.NEXT.${RECORD_STREAM}.thief`;
const EMPTYING = [
  `$JS.API.STREAM.DELETE.${RECORD_STREAM}`,
  `$JS.API.STREAM.PURGE.${RECORD_STREAM}`,
  `HUB.STREAM.DELETE.${RECORD_STREAM}`,
];

export const FORBIDDEN: [what: string, act: Act][] = [
  ['empty the workspace by a rollup header', asks(`${OWN}clips.1`, 'x', { 'Nats-Rollup': 'all' })],
  ['empty one key by a rollup header', asks(`${OWN}preferences`, 'x', { 'Nats-Rollup': 'sub' })],
  ...API.flatMap((api): [string, Act][] => [
    [`purge the stream (${api})`, asks(`${api}.STREAM.PURGE.${RECORD_STREAM}`)],
    [
      `purge one key (${api})`,
      asks(`${api}.STREAM.PURGE.${RECORD_STREAM}`, { filter: `${RECORD_PREFIX}clips.1` }),
    ],
    [`delete the stream (${api})`, asks(`${api}.STREAM.DELETE.${RECORD_STREAM}`)],
    [
      `change the stream (${api})`,
      asks(`${api}.STREAM.UPDATE.${RECORD_STREAM}`, {
        name: RECORD_STREAM,
        subjects: [`${RECORD_PREFIX}>`],
        max_msgs: 1,
        allow_rollup_hdrs: true,
      }),
    ],
    [`create a stream (${api})`, asks(`${api}.STREAM.CREATE.MINE`, { name: 'MINE', subjects: ['mine.>'] })],
    [`delete one message (${api})`, asks(`${api}.STREAM.MSG.DELETE.${RECORD_STREAM}`, { seq: 1 })],
    [
      `take a snapshot (${api})`,
      asks(`${api}.STREAM.SNAPSHOT.${RECORD_STREAM}`, { deliver_subject: '_INBOX_thief.snapshot' }),
    ],
    [
      `put a snapshot in its place (${api})`,
      asks(`${api}.STREAM.RESTORE.${RECORD_STREAM}`, { config: { name: RECORD_STREAM } }),
    ],
    [`list the streams (${api})`, asks(`${api}.STREAM.LIST`)],
    [`list the consumers (${api})`, asks(`${api}.CONSUMER.LIST.${RECORD_STREAM}`)],
    [`see another's consumer (${api})`, asks(`${api}.CONSUMER.INFO.${RECORD_STREAM}.laptop`)],
    [
      `overwrite another's consumer (${api})`,
      asks(`${api}.CONSUMER.CREATE.${RECORD_STREAM}.laptop`, consumer('laptop')),
    ],
    [
      `overwrite another's consumer with a filter (${api})`,
      asks(
        `${api}.CONSUMER.CREATE.${RECORD_STREAM}.laptop.${RECORD_PREFIX}>`,
        consumer('laptop', { filter_subject: `${RECORD_PREFIX}>` }),
      ),
    ],
    [
      `overwrite another's consumer by the older call (${api})`,
      asks(
        `${api}.CONSUMER.DURABLE.CREATE.${RECORD_STREAM}.laptop`,
        consumer('laptop', { durable_name: 'laptop' }),
      ),
    ],
    [
      `make a consumer without a name in the subject (${api})`,
      asks(`${api}.CONSUMER.CREATE.${RECORD_STREAM}`, consumer('laptop')),
    ],
    [
      `overwrite another's consumer under its own subject (${api})`,
      asks(`${api}.CONSUMER.CREATE.${RECORD_STREAM}.thief`, consumer('laptop', { durable_name: 'laptop' })),
    ],
    [`delete another's consumer (${api})`, asks(`${api}.CONSUMER.DELETE.${RECORD_STREAM}.laptop`)],
    [
      `take what another's consumer waits for (${api})`,
      asks(`${api}.CONSUMER.MSG.NEXT.${RECORD_STREAM}.laptop`, '1'),
    ],
    [`send the leader away (${api})`, asks(`${api}.STREAM.LEADER.STEPDOWN.${RECORD_STREAM}`)],
  ]),
  ...EMPTYING.flatMap((reply): [string, Act][] => [
    [`have the answer to a put sent to ${reply}`, asksOnBehalf(reply, `${OWN}clips.1`, 'first')],
    [
      `have the answer to a read sent to ${reply}`,
      asksOnBehalf(reply, `${API_PREFIX}.STREAM.MSG.GET.${RECORD_STREAM}`, '{"seq":1}'),
    ],
    [
      `have an empty value delivered to ${reply}`,
      consumes({}, asksOnBehalf(reply, FETCH, '{"batch":10,"no_wait":true}')),
    ],
    [
      `have “no messages” sent to ${reply}`,
      consumes({ deliver_policy: 'new' }, asksOnBehalf(reply, FETCH, '{"batch":1,"no_wait":true}')),
    ],
    [`have “bad request” sent to ${reply}`, consumes({}, asksOnBehalf(reply, FETCH, '{'))],
    [`have values pushed to ${reply}`, consumes({ deliver_subject: reply })],
    [
      `have heartbeats pushed to ${reply}`,
      consumes({
        deliver_subject: reply,
        deliver_policy: 'new',
        idle_heartbeat: 100_000_000,
        flow_control: true,
      }),
    ],
  ]),
  ["have values pushed into another's inbox", consumes({ deliver_subject: '_INBOX_laptop.x' })],
  ["have values delivered into another's inbox", consumes({}, asksOnBehalf('_INBOX_laptop.x', FETCH, '10'))],
  ['have values pushed into the records', consumes({ deliver_subject: `${RECORD_PREFIX}machines.laptop` })],
  ["publish into another's inbox", asks('_INBOX_laptop.x', 'x')],
  ["write another machine's record", asks(`${OWN}machines.laptop`, 'x')],
  ["write another machine's record past the prefix", asks(`${RECORD_PREFIX}machines.laptop`, 'x')],
  ['write a record of no known kind', asks(`${OWN}anything.1`, 'x')],
  ['read the account', asks('$JS.API.INFO')],
  ['see the server', asks('$SYS.REQ.SERVER.PING')],
  ['see who is connected', asks('$SYS.REQ.SERVER.PING.CONNZ')],
  ['see the accounts', asks('$SYS.REQ.ACCOUNT.PING.CONNZ')],
  ['reload the server', asks('$SYS.REQ.SERVER.X.RELOAD')],
  ['throw another out', asks('$SYS.REQ.SERVER.X.KICK', { cid: 1 })],
];

/** Where others talk. */
export const OVERHEARD: [what: string, subject: string][] = [
  ["another's inbox", '_INBOX_laptop.>'],
  ['everything', '>'],
  ['what is written', `${RECORD_PREFIX}>`],
  ['what is written under the prefix', `${API_PREFIX}.>`],
  ['the system', '$SYS.>'],
  ['requests', '$JS.API.>'],
];
