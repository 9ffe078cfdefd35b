/** Connections to a hub as its machines make them, for tests in Node, which has no WebSocket. */
import { errors, nkeyAuthenticator, type NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { findNatsServer } from '../../scripts/hub/nats-server';
import { inboxOf } from '../../src/sync/codes';
import type { TestHub } from '../../scripts/hub/server';
import { parseHubCode } from '../../src/sync/codes';

/** For `describe.skipIf`; under CI `npm test` installs the server. */
export const WITHOUT_SERVER = findNatsServer() === undefined;
if (WITHOUT_SERVER) console.warn('nats-server is not installed: the tests of the hub are skipped.');

/** Connects with the credentials of a hub code, through TCP. */
export function joinHub(hub: TestHub, code: string): Promise<NatsConnection> {
  const { machine, seed } = parseHubCode(code);
  return connect({
    servers: `127.0.0.1:${hub.servers[0]?.tcpPort ?? 0}`,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: inboxOf(machine),
    reconnect: false,
    timeout: 10_000,
    name: machine,
  });
}

/** Resolves with `refused` if the hub does not let the credentials in. */
export async function tryToJoin(hub: TestHub, code: string): Promise<'joined' | 'refused'> {
  try {
    const connection = await joinHub(hub, code);
    await connection.close();
    return 'joined';
  } catch (error) {
    if (error instanceof errors.AuthorizationError || error instanceof errors.ConnectionError)
      return 'refused';
    throw error;
  }
}
