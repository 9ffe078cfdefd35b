/** Runs `npm run hub` as a person does. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nkeyAuthenticator } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '../../scripts/hub/free-port';
import { inboxOf, parseHubCode } from '../../src/sync/codes';
import { WITHOUT_SERVER } from './joined';

const PROGRAM = ['--import', 'tsx', 'scripts/hub/index.ts'];

let folder: string;
let port: number;
let running: ChildProcess | undefined;

/** Resolves with all that the command says, and its exit code. */
function run(...options: string[]): Promise<{ said: string; code: number }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...PROGRAM, ...options, '--folder', folder],
      (_error, out, err) => resolve({ said: out + err, code: child.exitCode ?? 1 }),
    );
  });
}

/** Starts the hub and resolves with what it says until it runs. */
function start(...options: string[]): Promise<string> {
  const child = spawn(process.execPath, [...PROGRAM, ...options, '--folder', folder]);
  running = child;
  return new Promise((resolve) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      if (said.includes('End it with')) resolve(said);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => resolve(said));
  });
}

async function end(): Promise<void> {
  const child = running;
  if (child?.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function codeIn(said: string): string {
  return /clipsheet-hub-1\.\S+/u.exec(said)?.[0] ?? '';
}

async function canJoin(code: string): Promise<boolean> {
  const { seed, machine } = parseHubCode(code);
  try {
    const connection = await connect({
      servers: `127.0.0.1:${port + 1}`,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      inboxPrefix: inboxOf(machine),
      reconnect: false,
    });
    await connection.request('HUB.STREAM.INFO.KV_clipsheet');
    await connection.close();
    return true;
  } catch {
    return false; // whatever the reason: the code does not work
  }
}

describe.skipIf(WITHOUT_SERVER)('“npm run hub”', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clipsheet-command-'));
    [port = 0] = await freePorts(1);
  });

  afterAll(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a hub, whose code works; and goes on with the same credentials after a restart', async () => {
    const first = await start('--port', String(port));
    const code = codeIn(first);
    expect(parseHubCode(code)).toMatchObject({ address: `ws://127.0.0.1:${port}`, machine: 'first' });
    expect(await canJoin(code)).toBe(true);
    await end();
    const second = await start();
    expect(second).toContain('Machines of “desk”: first.');
    expect(codeIn(second)).toBe('');
    expect(await canJoin(code)).toBe(true);
    const third = await run();
    expect(third).toMatchObject({ code: 1 });
    expect(third.said).toContain('runs already');
    expect(await canJoin(code)).toBe(true);
  });

  it('adds a machine and removes it', async () => {
    const added = codeIn((await run('add', 'phone')).said);
    expect(await canJoin(added)).toBe(true);
    expect((await run('add', 'phone')).said).toContain('“phone” has a code already');
    expect((await run('remove', 'phone')).said).toContain('“phone” is cut off');
    expect(await canJoin(added)).toBe(false);
  });

  it.each(['constructor', 'prototype'])('adds a machine that is named “%s”, and keeps it', async (name) => {
    const added = codeIn((await run('add', name)).said);
    await run('add', `after-${name}`);
    expect(await canJoin(added)).toBe(true);
    expect((await run('remove', name)).said).toContain(`“${name}” is cut off`);
    expect(await canJoin(added)).toBe(false);
  });

  it('adds a workspace that is named “constructor”, and keeps it', async () => {
    expect((await run('add-workspace', 'constructor')).said).toContain('is ready');
    expect(codeIn((await run('add', 'phone', '--workspace', 'constructor')).said)).not.toBe('');
    expect((await run('check')).said).toContain('The machines of “constructor” have the rights');
  });

  it('does what several commands at the same time ask', async () => {
    const lost = codeIn((await run('add', 'lost')).said);
    const names = ['one', 'two', 'three'];
    const [removed, ...added] = await Promise.all([
      run('remove', 'lost'),
      ...names.map((name) => run('add', name)),
    ]);
    expect(removed.said).toContain('“lost” is cut off');
    for (const { said } of added) expect(await canJoin(codeIn(said))).toBe(true);
    expect(await canJoin(lost)).toBe(false);
    expect(readdirSync(folder).filter((file) => file.includes('lock'))).toStrictEqual([]);
  }, 60_000);

  it('goes on after a command that was killed, and says so if another one is at work', async () => {
    const lock = join(folder, 'hub.lock');
    writeFileSync(lock, '999999999');
    expect((await run('check')).said).toContain('The hub is as it should be.');
    writeFileSync(lock, String(process.pid));
    const refused = await run('add', 'waiting');
    expect(refused.said).toContain(`Another command works on this hub (process ${process.pid})`);
    expect(refused.code).toBe(1);
    rmSync(lock);
  }, 60_000);

  it('says that all is well, and what is not', async () => {
    const good = await run('check');
    expect(good.said).toContain('The hub is as it should be.');
    expect(good.code).toBe(0);
    const accounts = join(folder, 'accounts.conf');
    const written = readFileSync(accounts, 'utf8');
    writeFileSync(accounts, written.replace('HUB.STREAM.INFO', 'HUB.STREAM.DELETE'));
    const changed = await run('check');
    expect(changed.said).toContain('accounts.conf differs from the settings');
    expect(changed.code).toBe(1);
    writeFileSync(accounts, written);
    chmodSync(folder, 0o755);
    expect((await run('check')).said).toContain(`Run: chmod 700 ${folder}`);
    chmodSync(folder, 0o700);
    await end();
    expect((await run('check')).said).toContain('The server does not run');
  });

  it.each([
    [['--help'], 'ends the code of a machine'],
    [['remove'], 'A name is missing'],
    [['destroy'], '“destroy” is not a command'],
    [['--address', 'http://hub.example.org'], 'is not an address of a hub'],
    [['--cert', 'here.pem'], 'belong together'],
    [['--port', 'many'], 'must be a whole number'],
    [['--size', '-1'], '“npm run hub -- --help” lists'],
    [['add', '-x'], '“npm run hub -- --help” lists'],
    [['add', 'one', 'two'], '“two” is one word too many'],
    [['check', 'one'], '“one” is one word too many'],
  ])('%j is answered with %j', async (options, words) => {
    const { said, code } = await run(...options);
    expect(said).toContain(words);
    expect(said).not.toContain('    at ');
    expect(code).toBe(options[0] === '--help' ? 0 : 1);
  });
});

it('a hub without its engine says how to get it', async () => {
  const said = await new Promise<string>((resolve) => {
    const env = { ...process.env, CLIPSHEET_NATS_SERVER: '/nowhere' };
    const empty = mkdtempSync(join(tmpdir(), 'clipsheet-none-'));
    execFile(process.execPath, [...PROGRAM, '--folder', empty], { env }, (_error, out, err) => {
      rmSync(empty, { recursive: true });
      resolve(out + err);
    });
  });
  expect(said).toContain('apt-get install nats-server');
  expect(said).not.toContain('    at ');
});
