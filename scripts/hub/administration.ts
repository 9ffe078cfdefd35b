/** Requests of the hub's own two users to the running server, over 127.0.0.1. */
import {
  jetstreamManager,
  type JetStreamManager,
  type StreamAPI,
  type StreamConfig,
} from '@nats-io/jetstream';
import { DiscardPolicy, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { ConnectionError, nkeyAuthenticator, TimeoutError, type NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { CONSUMER_FORGOTTEN_AFTER_SECONDS, MOST_CONSUMERS, MOST_PAYLOAD, MOST_RECORDS } from './limits.ts';
import { RECORD_PREFIX, RECORD_STREAM } from '../../src/sync/codes.ts';
import type { HubSettings, HubWorkspace } from './settings.ts';

const NANOSECONDS = 1_000_000_000;
const MOST_ELECTION_SECONDS = 60;

export type StreamRules = Partial<StreamConfig> & { name: string };

/** What the stream of a workspace must be: a KV bucket whose records no header can empty. */
export function streamConfig(workspaceBytes: number, replicas: number): StreamRules {
  return {
    name: RECORD_STREAM,
    subjects: [`${RECORD_PREFIX}>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    // One value per key; a full hub refuses new values and drops none.
    max_msgs_per_subject: 1,
    discard: DiscardPolicy.New,
    max_bytes: workspaceBytes,
    max_msgs: MOST_RECORDS,
    max_msg_size: MOST_PAYLOAD,
    max_consumers: MOST_CONSUMERS,
    allow_rollup_hdrs: false,
    deny_delete: true,
    deny_purge: true,
    // Reads come from the leader, so that a machine sees what it has just written.
    allow_direct: false,
    num_replicas: replicas,
    duplicate_window: 120 * NANOSECONDS,
    consumer_limits: { inactive_threshold: CONSUMER_FORGOTTEN_AFTER_SECONDS * NANOSECONDS },
  };
}

/** Connects as one of the hub's own users. */
export function connectLocally(settings: HubSettings, seed: string): Promise<NatsConnection> {
  return connect({
    servers: `127.0.0.1:${settings.administrationPort}`,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    reconnect: false,
    timeout: 5_000,
    ignoreClusterUpdates: true,
  });
}

/** Whether the hub's own server answers on this computer. */
export async function isRunning(settings: HubSettings): Promise<boolean> {
  try {
    const connection = await connectLocally(settings, settings.operator);
    await connection.close();
    return true;
  } catch (error) {
    if (error instanceof ConnectionError || error instanceof TimeoutError) return false;
    throw error;
  }
}

/** Runs one task as the administrator of a workspace. */
export async function administer<T>(
  settings: HubSettings,
  { administrator }: HubWorkspace,
  task: (streams: JetStreamManager) => Promise<T>,
): Promise<T> {
  const connection = await connectLocally(settings, administrator);
  try {
    return await task(await jetstreamManager(connection, { timeout: 10_000, checkAPI: false }));
  } finally {
    await connection.close();
  }
}

/** An error code of the JetStream API: https://github.com/nats-io/nats-server/blob/main/server/errors.json. */
const STREAM_EXISTS = 10058;

/**
 * Creates the stream of each workspace, or gives it the configuration that it should have. Its records stay. The servers of a
 * cluster need some seconds to find each other and to choose a leader.
 */
export async function ensureStreams(settings: HubSettings): Promise<void> {
  const config = streamConfig(settings.workspaceBytes, settings.cluster === undefined ? 1 : 3);
  for (const workspace of Object.values(settings.workspaces)) {
    const deadline = Date.now() + (settings.cluster === undefined ? 0 : MOST_ELECTION_SECONDS * 1000);
    while (!(await administer(settings, workspace, ({ streams }) => ensureStream(streams, config, deadline))))
      await wait(200);
  }
}

/** Returns `false` while the servers are not ready; after the deadline it throws their error instead. */
async function ensureStream(streams: StreamAPI, config: StreamRules, deadline: number): Promise<boolean> {
  try {
    await streams.add(config);
    return true;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === STREAM_EXISTS) {
      await streams.update(RECORD_STREAM, config); // with limits of an earlier version
      return true;
    }
    if (Date.now() > deadline) throw error;
    return false;
  }
}

/** Deletes the consumer of a machine. */
export async function forgetConsumer(
  settings: HubSettings,
  workspace: HubWorkspace,
  machine: string,
): Promise<void> {
  await administer(settings, workspace, async ({ consumers }) => {
    try {
      await consumers.delete(RECORD_STREAM, machine);
    } catch (error) {
      if (!(error instanceof JetStreamApiError)) throw error; // it had none
    }
  });
}

const reloadSchema = v.object({ error: v.exactOptional(v.object({ description: v.string() })) });

/** The server refuses its new configuration and keeps the old one. */
export class ReloadRefusedError extends Error {
  override readonly name = 'ReloadRefusedError';
}

/** Makes the running server reload its configuration. Connections of removed machines are closed; others stay. */
export async function reloadServer(settings: HubSettings): Promise<void> {
  await requestReload(settings);
  // The imports of a new account work only after a second reload (2.10.27).
  await requestReload(settings);
}

/** What SIGHUP does, with an answer. */
async function requestReload(settings: HubSettings): Promise<void> {
  const connection = await connectLocally(settings, settings.operator);
  try {
    const id = connection.info?.server_id ?? '';
    const answer = await connection.request(`$SYS.REQ.SERVER.${id}.RELOAD`, '', { timeout: 10_000 });
    const { error } = v.parse(reloadSchema, answer.json());
    if (error !== undefined) throw new ReloadRefusedError(error.description);
  } finally {
    await connection.close();
  }
}
