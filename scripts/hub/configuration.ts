/**
 * The configuration of `nats-server`, made from a hub's settings. The format: https://docs.nats.io/running-a-nats-service/configuration.
 * JSON is valid in it, so that no value needs an escape of our own.
 */
import { publicKeyOf, type HubSettings, type HubWorkspace } from './settings.ts';
import {
  LONGEST_FETCH,
  MOST_BYTES_OF_SERVER,
  MOST_CONNECTIONS_OF_MACHINE,
  MOST_CONNECTIONS_OF_SERVER,
  MOST_CONSUMERS,
  MOST_PAYLOAD,
  MOST_PENDING,
  MOST_SUBSCRIPTIONS_OF_MACHINE,
} from './limits.ts';
import { inboxOf } from '../../src/sync/codes.ts';
import { fetchRight, ownRights, SHARED_RIGHTS } from './rights.ts';

/** The included file with accounts and users, which `-- add` and `-- remove` rewrite. */
export const ACCOUNTS_FILE = 'accounts.conf';
/** Reserved: no workspace can have this name. */
export const SYSTEM_ACCOUNT = 'SYSTEM';

/** The part that changes only with a restart. `folder` is absolute. */
export function composeConfiguration(folder: string, settings: HubSettings): string {
  const { host, port, administrationPort, tls, cluster } = settings;
  const secured = tls === undefined ? { no_tls: true } : { tls: { cert_file: tls.cert, key_file: tls.key } };
  return print({
    server_name: cluster?.server ?? 'clipsheet-hub',
    // For the administrator; machines use the WebSocket.
    listen: `127.0.0.1:${administrationPort}`,
    websocket: { listen: `${host}:${port}`, ...secured, compression: false },
    jetstream: {
      store_dir: `${folder}/data`,
      // A put is on the disk before it is acknowledged.
      sync_interval: 'always',
      // The records of no workspace are kept in memory alone.
      max_memory_store: MOST_BYTES_OF_SERVER,
      // Each workspace has its own limit; a limit of the server could not be changed while it runs.
      max_file_store: MOST_BYTES_OF_SERVER,
    },
    max_payload: MOST_PAYLOAD,
    max_pending: MOST_PENDING,
    max_connections: MOST_CONNECTIONS_OF_SERVER,
    // An idle connection costs a few bytes every four minutes; a dead one is noticed after eight.
    ping_interval: '4m',
    ping_max: 2,
    ...(cluster && { cluster: composeCluster(cluster) }),
  }).concat(`include "./${ACCOUNTS_FILE}"\n`);
}

function composeCluster({ port, routes, secret }: NonNullable<HubSettings['cluster']>): unknown {
  return {
    name: 'clipsheet',
    listen: `127.0.0.1:${port}`,
    authorization: { user: 'route', password: secret },
    routes: routes.map((each) => `nats://route:${secret}@127.0.0.1:${each}`),
    no_advertise: true,
  };
}

/** The part that a reload applies. */
export function composeAccounts(settings: HubSettings): string {
  const workspaces = Object.entries(settings.workspaces);
  return print({
    system_account: SYSTEM_ACCOUNT,
    accounts: {
      [SYSTEM_ACCOUNT]: { users: [localUser(settings.operator)] },
      ...Object.fromEntries(
        workspaces.flatMap(([name, workspace]) => [
          [name, composeStore(name, workspace, settings.workspaceBytes)],
          ...Object.entries(workspace.machines).map(([machine, publicKey]) => [
            accountOf(name, machine),
            composeMachine(name, machine, publicKey),
          ]),
        ]),
      ),
    },
  });
}

/** The account that holds the stream of a workspace. Only its administrator signs in to it. */
function composeStore(workspace: string, { administrator, machines }: HubWorkspace, bytes: number): unknown {
  const names = Object.keys(machines);
  const accounts = names.map((machine) => accountOf(workspace, machine));
  return {
    users: [localUser(administrator)],
    jetstream: { max_memory: 0, max_file: 2 * bytes, max_streams: 1, max_consumers: MOST_CONSUMERS },
    exports: [
      ...(accounts.length === 0 ? [] : SHARED_RIGHTS.map(({ subject }) => ({ service: subject, accounts }))),
      ...names.flatMap((machine) => exportsTo(machine, accountOf(workspace, machine))),
    ],
  };
}

function exportsTo(machine: string, account: string): unknown[] {
  const fetching = { response: 'stream', response_threshold: LONGEST_FETCH };
  return [
    ...ownRights(machine).map(({ subject }) => ({ service: subject, accounts: [account] })),
    { service: fetchRight(machine).subject, ...fetching, accounts: [account] },
  ];
}

/** The account of one machine: it holds nothing, and imports what this machine may ask. */
function composeMachine(workspace: string, machine: string, publicKey: string): unknown {
  const rights = [...SHARED_RIGHTS, ...ownRights(machine), fetchRight(machine)];
  return {
    users: [
      {
        nkey: publicKey,
        permissions: {
          publish: rights.map(({ localSubject }) => localSubject),
          subscribe: [`${inboxOf(machine)}.>`],
        },
      },
    ],
    limits: {
      max_connections: MOST_CONNECTIONS_OF_MACHINE,
      max_subscriptions: MOST_SUBSCRIPTIONS_OF_MACHINE,
      max_payload: MOST_PAYLOAD,
    },
    imports: rights.map(({ subject, localSubject }) => ({
      service: { account: workspace, subject },
      to: localSubject,
    })),
  };
}

/** A dot cannot be part of the name of a workspace or a machine. */
export function accountOf(workspace: string, machine: string): string {
  return `${workspace}.${machine}`;
}

/** A user who can sign in only from the server's own computer. */
function localUser(secret: string): unknown {
  return { nkey: publicKeyOf(secret), allowed_connection_types: ['STANDARD'] };
}

function print(content: Record<string, unknown>): string {
  return Object.entries(content)
    .map(([name, value]) => `${name}: ${JSON.stringify(value, undefined, 2)}\n`)
    .join('');
}
