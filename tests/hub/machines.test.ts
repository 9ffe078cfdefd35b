import { jetstream } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/nats-core';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addMachine, HubRequestError, removeMachine } from '../../scripts/hub/machines';
import { startHub, TEST_WORKSPACE, type TestHub } from '../../scripts/hub/server';
import { API_PREFIX, RECORD_BUCKET, RECORD_PREFIX, RECORD_STREAM } from '../../src/sync/codes';
import { joinHub, tryToJoin, WITHOUT_SERVER } from './joined';

let hub: TestHub | undefined;

async function open(options: Parameters<typeof startHub>[0] = {}): Promise<TestHub> {
  hub = await startHub(options);
  return hub;
}

function bucketOf(connection: NatsConnection): Promise<KV> {
  return new Kvm(jetstream(connection, { apiPrefix: API_PREFIX })).open(RECORD_BUCKET);
}

describe.skipIf(WITHOUT_SERVER)('a hub', () => {
  afterEach(async () => {
    await hub?.stop();
    hub = undefined;
  });

  it('keeps what a machine has written and whom it lets in, when it is killed and started again', async () => {
    const running = await open();
    const code = await running.addMachine('laptop');
    const before = await joinHub(running, code);
    const { revision } = { revision: await (await bucketOf(before)).put('clips.1', 'words') };
    await running.kill();
    await running.restart();
    const after = await joinHub(running, code);
    const bucket = await bucketOf(after);
    const entry = await bucket.get('clips.1');
    expect(entry?.string()).toBe('words');
    expect(entry?.revision).toBe(revision);
    await expect(bucket.update('clips.1', 'stale', revision + 5)).rejects.toThrow(/wrong last sequence/u);
    await after.close();
  });

  it('lets a machine go on waiting for changes while another one is added', async () => {
    const running = await open();
    const waiting = await joinHub(running, await running.addMachine('waiting'));
    const config = {
      name: 'waiting',
      ack_policy: 'none',
      filter_subjects: [`${RECORD_PREFIX}clips.>`, `${RECORD_PREFIX}preferences`],
    };
    await waiting.request(
      `${API_PREFIX}.CONSUMER.CREATE.${RECORD_STREAM}.waiting`,
      JSON.stringify({ stream_name: RECORD_STREAM, config }),
    );
    const feed = await jetstream(waiting, { apiPrefix: API_PREFIX }).consumers.get(RECORD_STREAM, 'waiting');
    const next = feed.next({ expires: 20_000 });
    const writing = await joinHub(running, await running.addMachine('writing'));
    await (await bucketOf(writing)).put('clips.1', 'words');
    expect((await next)?.string()).toBe('words');
    await Promise.all([waiting.close(), writing.close()]);
  });

  it('starts again with many workspaces, each of which may use its whole limit', async () => {
    const running = await open();
    for (let n = 0; n < 5; n++) await running.addWorkspace(`other-${n}`);
    const code = await running.addMachine('laptop', 'other-4');
    await running.kill();
    await running.restart();
    expect(await tryToJoin(running, code)).toBe('joined');
  });

  it('that has lost its disk lets the same machines in and has no records', async () => {
    const running = await open();
    const code = await running.addMachine('laptop');
    const before = await joinHub(running, code);
    await (await bucketOf(before)).put('clips.1', 'words');
    await running.wipe();
    await running.restart();
    const after = await joinHub(running, code);
    expect(await (await bucketOf(after)).get('clips.1')).toBeNull();
    await after.close();
  });

  it('that is full refuses new values and drops none', async () => {
    const running = await open({ workspaceBytes: 2_000_000 });
    const machine = await joinHub(running, await running.addMachine('laptop'));
    const bucket = await bucketOf(machine);
    const put = async () => {
      for (let n = 0; n < 10; n++) await bucket.put(`clips.${n}`, 'x'.repeat(400_000));
    };
    await expect(put()).rejects.toThrow(/maximum bytes exceeded/u);
    expect((await bucket.get('clips.0'))?.value.length).toBe(400_000);
    await machine.close();
  });

  it('never makes a second code for a machine, and says whom it has', async () => {
    const running = await open();
    const code = await running.addMachine('laptop');
    await expect(running.addMachine('laptop')).rejects.toThrow(HubRequestError);
    await expect(running.removeMachine('phone')).rejects.toThrow(/It has: laptop/u);
    await expect(running.addMachine('Büro')).rejects.toThrow(/letters a to z/u);
    await expect(running.addMachine('x', 'nowhere')).rejects.toThrow(/no workspace “nowhere”/u);
    expect(await tryToJoin(running, code)).toBe('joined');
  });

  it('accepts changes while it does not run', async () => {
    const running = await open();
    const lost = await running.addMachine('lost');
    await running.kill();
    const code = await addMachine(running.folders, TEST_WORKSPACE, 'laptop');
    await removeMachine(running.folders, TEST_WORKSPACE, 'lost');
    await running.restart();
    expect(await tryToJoin(running, code)).toBe('joined');
    expect(await tryToJoin(running, lost)).toBe('refused');
  });

  it('keeps its secrets to its owner, and never overwrites settings that it cannot read', async () => {
    const running = await open();
    const code = await running.addMachine('laptop');
    const [folder] = running.folders;
    const path = folder?.path ?? '';
    for (const file of ['hub.json', 'hub.conf', 'accounts.conf', 'hub.log'])
      expect(statSync(join(path, file)).mode & 0o077, file).toBe(0);
    expect(readFileSync(join(path, 'hub.json'), 'utf8')).not.toContain(code);
    const damaged = '{"version":1,';
    writeFileSync(join(path, 'hub.json'), damaged);
    await expect(running.addMachine('phone')).rejects.toThrow(/It is left as it is/u);
    expect(readFileSync(join(path, 'hub.json'), 'utf8')).toBe(damaged);
  });

  // The two that are left agree on a leader anew, which takes long on a busy machine.
  it('of three servers serves on while one of them is dead', { timeout: 120_000 }, async () => {
    const running = await open({ cluster: true });
    const code = await running.addMachine('laptop');
    const machine = await joinHub(running, code);
    await (await bucketOf(machine)).put('clips.1', 'words');
    await running.kill(2);
    const put = async () => (await bucketOf(machine)).put('clips.2', 'more');
    await expect.poll(() => put().catch(() => 0), { timeout: 60_000 }).toBeGreaterThan(0);
    await machine.close();
  });
});
