/**
 * `npx tsx scripts/hub/measure.ts`: what workspaces cost a hub, for docs/scale.md: memory of the server, files on its disk, and
 * the time of a start, with workspaces that are empty, connected, and full.
 */
import { jetstream } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { nkeyAuthenticator, type NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { API_PREFIX, inboxOf, RECORD_BUCKET, RECORD_STREAM } from '../../src/sync/codes.ts';
import { startHub, type TestHub } from './server.ts';
import { createSignIn, newWorkspace, type HubWorkspace } from './settings.ts';

const { values } = parseArgs({
  options: {
    workspaces: { type: 'string', default: '200' },
    records: { type: 'string', default: '5000' },
    rewrites: { type: 'string', default: '5' },
  },
});
const MACHINES = 2;
/** Of a sealed clip; of a sealed text. */
const CLIP = 4_096;
const TEXT = 24_576;

/** Resident memory in MB. */
function memoryOf(hub: TestHub): number {
  const kilobytes = hub
    .pids()
    .map((pid) => Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
}

/** All files below a folder, in MB. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size / 1_000_000, 0);
}

function report(what: string, hub: TestHub): void {
  const [folder] = hub.folders;
  const disk = sizeOf(folder?.dataFolder ?? '.');
  console.log(`${what}: ${memoryOf(hub).toFixed(1)} MB of memory, ${disk.toFixed(1)} MB of files`);
}

const machines = Object.fromEntries(
  Array.from({ length: MACHINES }, (_, n) => [`machine-${n}`, createSignIn()]),
);
const publicKeys = Object.fromEntries(
  Object.entries(machines).map(([name, { publicKey }]) => [name, publicKey]),
);

/** Every workspace gets its own machines; for the measurement only those of the first one need different keys. */
function workspacesOf(count: number): {
  workspaces: Record<string, HubWorkspace>;
  seeds: Map<string, string>;
} {
  const seeds = new Map<string, string>();
  const workspaces = Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const name = `workspace-${n}`;
      const keys = Object.keys(publicKeys).map((machine) => {
        const { seed, publicKey } = createSignIn();
        seeds.set(`${name}.${machine}`, seed);
        return [machine, publicKey];
      });
      return [name, { ...newWorkspace(), machines: Object.fromEntries(keys) as Record<string, string> }];
    }),
  );
  return { workspaces, seeds };
}

function joinAs(hub: TestHub, machine: string, seed: string): Promise<NatsConnection> {
  return connect({
    servers: `127.0.0.1:${hub.servers[0]?.tcpPort ?? 0}`,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: inboxOf(machine),
    reconnect: false,
  });
}

/** Connects a machine that waits for changes, as a page does. */
async function wait(hub: TestHub, machine: string, seed: string): Promise<NatsConnection> {
  const connection = await joinAs(hub, machine, seed);
  const config = { name: machine, ack_policy: 'none', mem_storage: true };
  const subject = `${API_PREFIX}.CONSUMER.CREATE.${RECORD_STREAM}.${machine}`;
  await connection.request(subject, JSON.stringify({ stream_name: RECORD_STREAM, config }));
  connection.publish(
    `${API_PREFIX}.CONSUMER.MSG.NEXT.${RECORD_STREAM}.${machine}`,
    '{"batch":1,"expires":600000000000}',
    {
      reply: `${inboxOf(machine)}.next`,
    },
  );
  return connection;
}

/** Writes each record once, a hundred at a time. */
async function fill(connection: NatsConnection, records: number): Promise<void> {
  const bucket = await new Kvm(jetstream(connection, { apiPrefix: API_PREFIX, timeout: 60_000 })).open(
    RECORD_BUCKET,
  );
  const jobs = Array.from({ length: records }, (_, n): [string, number] => [`clips.${n}`, CLIP]);
  for (let n = 0; n < records; n += 5) jobs.push([`texts.${n}`, TEXT]);
  for (let start = 0; start < jobs.length; start += 100)
    await Promise.all(
      jobs.slice(start, start + 100).map(([key, size]) => bucket.put(key, randomBytes(size))),
    );
}

const empty = await startHub();
report('One empty workspace', empty);
await empty.stop();

const count = Number(values.workspaces);
const { workspaces, seeds } = workspacesOf(count);
const started = performance.now();
const hub = await startHub({ workspaces });
console.log(
  `${count} workspaces of ${MACHINES} machines are made in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
try {
  report(`${count} empty workspaces`, hub);
  const connections: NatsConnection[] = [];
  for (const [key, seed] of seeds) connections.push(await wait(hub, key.split('.')[1] ?? '', seed));
  report(`and ${connections.length} machines that wait`, hub);
  const [first] = connections;
  if (first === undefined) throw new Error('There is no machine.');
  const records = Number(values.records);
  await fill(first, records);
  report(`and ${records} clips (4 kB) with ${records / 5} texts (24 kB) in one`, hub);
  for (let n = 0; n < Number(values.rewrites); n++) await fill(first, records);
  report(`and all of them written ${values.rewrites} times more`, hub);
  await Promise.all(connections.map((connection) => connection.close()));
  await hub.kill();
  const again = performance.now();
  await hub.restart();
  console.log(`After a kill it serves again in ${((performance.now() - again) / 1000).toFixed(1)} s`);
  report('Then', hub);
} finally {
  await hub.stop();
}
