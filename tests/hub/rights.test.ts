/** Asks a real server for what no machine may do. Each act is tried as an attacker would, over a connection without our client. */
import type { NatsConnection } from '@nats-io/nats-core';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectLocally } from '../../scripts/hub/administration';
import {
  MOST_CONNECTIONS_OF_MACHINE,
  MOST_PAYLOAD,
  MOST_SUBSCRIPTIONS_OF_MACHINE,
} from '../../scripts/hub/limits';
import { startHub, TEST_WORKSPACE, type TestHub } from '../../scripts/hub/server';
import {
  API_PREFIX,
  parseHubCode,
  printHubCode,
  RECORD_BUCKET,
  RECORD_STREAM,
  type HubAccess,
} from '../../src/sync/codes';
import { createSignIn } from '../../scripts/hub/settings';
import { asks, asksOnBehalf, consumer, FORBIDDEN, OVERHEARD, OWN } from './forbidden-acts';
import { joinHub, tryToJoin, WITHOUT_SERVER } from './joined';

const SECRET = 'words of the workspace';

let hub: TestHub;
let codes: Record<'laptop' | 'thief' | 'stranger' | 'lost', string>;
let laptop: NatsConnection;
let administrator: NatsConnection;
let manager: JetStreamManager;
const reached: string[] = [];

/** Writes as the laptop. */
async function write(key: string, value: string): Promise<void> {
  const bucket = await new Kvm(jetstream(laptop, { apiPrefix: API_PREFIX })).open(RECORD_BUCKET);
  await bucket.put(key, value);
}

/** Listens while the laptop writes. Returns the subject of what it heard. */
async function overhear(thief: NatsConnection, subject: string): Promise<string | undefined> {
  let heard: string | undefined;
  thief.subscribe(subject, {
    callback: (error, message) => {
      if (error === null) heard = message.subject;
    },
  });
  await thief.flush();
  await write('clips.heard', SECRET);
  await thief.flush();
  return heard;
}

/** All that must not change: the records, the stream's rules, the laptop's consumer, and what came into its inbox. */
async function stateOfHub(): Promise<unknown> {
  const { streams, consumers } = manager;
  const { config, state } = await streams.info(RECORD_STREAM, { subjects_filter: '>' });
  const names = (await streams.list().next()).map((each) => each.config.name);
  const keys = Object.keys(state.subjects ?? {}).filter((subject) => !subject.endsWith('clips.heard'));
  const values = await Promise.all(
    keys.toSorted().map(async (subject) => {
      const message = await streams.getMessage(RECORD_STREAM, { last_by_subj: subject });
      return [subject, message?.string()];
    }),
  );
  const feed = await consumers.info(RECORD_STREAM, 'laptop');
  return { config, names, values, feed: [feed.created, feed.config], reached: [...reached] };
}

describe.skipIf(WITHOUT_SERVER)('a hub refuses what no machine may do', () => {
  beforeAll(async () => {
    hub = await startHub();
    await hub.addWorkspace('strangers');
    codes = {
      laptop: await hub.addMachine('laptop'),
      thief: await hub.addMachine('thief'),
      stranger: await hub.addMachine('laptop', 'strangers'),
      lost: await hub.addMachine('lost'),
    };
    administrator = await connectLocally(
      hub.settings,
      hub.settings.workspaces[TEST_WORKSPACE]?.administrator ?? '',
    );
    manager = await jetstreamManager(administrator);
    laptop = await joinHub(hub, codes.laptop);
    laptop.subscribe('_INBOX_laptop.x', {
      callback: (_error, message) => void reached.push(message.string()),
    });
    await write('clips.1', 'first');
    await write('clips.empty', '');
    await write('preferences', SECRET);
    await write('machines.laptop', 'me');
    await laptop.request(
      `${API_PREFIX}.CONSUMER.CREATE.${RECORD_STREAM}.laptop`,
      JSON.stringify(consumer('laptop')),
    );
  });

  afterAll(async () => {
    await Promise.all([laptop, administrator].map((connection) => connection.close()));
    await hub.stop();
  });

  it.each(FORBIDDEN)('a machine cannot %s', async (_, act) => {
    const thief = await joinHub(hub, codes.thief);
    try {
      const before = await stateOfHub();
      expect(await act(thief)).toBeUndefined();
      expect(await stateOfHub()).toEqual(before);
    } finally {
      await thief.close();
    }
  });

  it.each(OVERHEARD)('a machine cannot listen to %s', async (_, subject) => {
    for (const code of [codes.thief, codes.stranger]) {
      const thief = await joinHub(hub, code);
      expect(await overhear(thief, subject)).toBeUndefined();
      await thief.close();
    }
  });

  it('a machine of another workspace can do none of this to ours, even under the name of one of our machines', async () => {
    const stranger = await joinHub(hub, codes.stranger);
    const before = await stateOfHub();
    for (const [what, act] of FORBIDDEN) {
      const brought = await act(stranger);
      expect(brought ?? '', what).not.toContain(SECRET);
      expect(await stateOfHub(), what).toEqual(before);
    }
    await stranger.close();
  });

  it('a machine cannot store a value that is too large, and is cut off for trying', async () => {
    const before = await stateOfHub();
    const thief = await joinHub(hub, codes.thief);
    // Our client would refuse to send it.
    Object.assign(thief.info ?? {}, { max_payload: 100_000_000 });
    thief.publish(`${OWN}clips.1`, new Uint8Array(MOST_PAYLOAD + 1));
    await thief.closed();
    expect(await stateOfHub()).toEqual(before);
  });

  it('a machine cannot keep others out by opening connections or listening to too much', async () => {
    const opened: NatsConnection[] = [];
    const open = () => joinHub(hub, codes.thief).then((connection) => opened.push(connection));
    await expect(
      (async () => {
        for (let n = 0; n < 100; n++) await open();
      })(),
    ).rejects.toThrow();
    expect(opened.length).toBeLessThanOrEqual(MOST_CONNECTIONS_OF_MACHINE);
    expect(await tryToJoin(hub, codes.laptop)).toBe('joined');
    for (let n = 0; n < 2 * MOST_SUBSCRIPTIONS_OF_MACHINE; n++)
      opened[0]?.subscribe(`_INBOX_thief.${n}`, { callback: () => undefined });
    await write('clips.1', 'first');
    // The one that listened to too much has been cut off and cannot be closed.
    await Promise.allSettled(opened.map((connection) => connection.close()));
  });

  it('a removed machine is cut off at once and never let in again, and the others stay', async () => {
    const lost = await joinHub(hub, codes.lost);
    await hub.removeMachine('lost');
    await lost.closed();
    expect(await tryToJoin(hub, codes.lost)).toBe('refused');
    expect(laptop.isClosed()).toBe(false);
    await hub.addMachine('lost');
    expect(await tryToJoin(hub, codes.lost)).toBe('refused');
  });

  it.each<[who: string, forge: (access: HubAccess) => HubAccess]>([
    ['keys that it never made', (access) => ({ ...access, seed: createSignIn().seed })],
    [
      'the keys of another machine that was never added',
      (access) => ({ ...access, machine: 'ghost', seed: createSignIn().seed }),
    ],
  ])('nobody gets in with %s', async (_, forge) => {
    expect(await tryToJoin(hub, printHubCode(forge(parseHubCode(codes.laptop))))).toBe('refused');
  });

  it('nobody gets in without credentials', async () => {
    const servers = `127.0.0.1:${hub.servers[0]?.tcpPort ?? 0}`;
    await expect(connect({ servers, reconnect: false })).rejects.toThrow(/Authorization/u);
    await expect(connect({ servers, reconnect: false, user: 'SYSTEM', pass: '' })).rejects.toThrow(
      /Authorization/u,
    );
  });

  it('the acts are real: from inside the account of the workspace, one of them deletes the stream', async () => {
    const create = `$JS.API.CONSUMER.CREATE.${RECORD_STREAM}.inside`;
    await asks(create, consumer('inside', { deliver_policy: 'new' }))(administrator);
    const fetch = `$JS.API.CONSUMER.MSG.NEXT.${RECORD_STREAM}.inside`;
    await asksOnBehalf(
      `$JS.API.STREAM.DELETE.${RECORD_STREAM}`,
      fetch,
      '{"batch":1,"no_wait":true}',
    )(administrator);
    await expect.poll(() => asks(`$JS.API.STREAM.INFO.${RECORD_STREAM}`)(administrator)).toBeUndefined();
  });
});
