/** `npm run hub -- check`: whether a hub is reachable, how full it is, and whether its rights and version are what they should be. */
import type { NatsConnection } from '@nats-io/nats-core';
import { readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { administer, connectLocally, isRunning, streamConfig } from './administration.ts';
import {
  accountOf,
  ACCOUNTS_FILE,
  composeAccounts,
  composeConfiguration,
  SYSTEM_ACCOUNT,
} from './configuration.ts';
import type { HubFolder } from './hub-folder.ts';
import { reachWebSocket } from './reachable.ts';
import { RECORD_STREAM } from '../../src/sync/codes.ts';
import { fetchRight, ownRights, SHARED_RIGHTS } from './rights.ts';
import type { HubSettings, HubWorkspace } from './settings.ts';

export interface Finding {
  isGood: boolean;
  /** What was found, and what to do if it is not good. */
  words: string;
}

const OLDEST_VERSION = [2, 10];
const LEAST_FREE_BYTES = 1_000_000_000;
/** Of its limit, above which a workspace is reported as nearly full. */
const NEARLY_FULL = 0.9;

export async function checkHub(folder: HubFolder, settings: HubSettings): Promise<Finding[]> {
  const files = [...checkFiles(folder, settings), checkDisk(folder)];
  if (!(await isRunning(settings)))
    return [bad('The server does not run. “npm run hub” starts it.'), ...files];
  const findings = [await checkAddress(settings.address), ...files];
  const connection = await connectLocally(settings, settings.operator);
  try {
    findings.unshift(checkVersion(connection.info?.version ?? ''));
    for (const [name, workspace] of Object.entries(settings.workspaces)) {
      findings.push(...(await checkStream(settings, name, workspace)));
      findings.push(await checkRights(connection, name, workspace));
    }
  } finally {
    await connection.close();
  }
  return findings;
}

function good(words: string): Finding {
  return { isGood: true, words };
}

function bad(words: string): Finding {
  return { isGood: false, words };
}

function checkVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_VERSION;
  const isNewEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return isNewEnough
    ? good(`The server answers (nats-server ${version}).`)
    : bad(
        `nats-server ${version} is too old. Install ${OLDEST_VERSION.join('.')} or later and start the hub again.`,
      );
}

async function checkAddress(address: string): Promise<Finding> {
  const reason = await reachWebSocket(address);
  return reason === undefined
    ? good(`Machines reach it at ${address}.`)
    : bad(
        `${address} does not lead to this hub: ${reason}. Check the proxy, the certificate and the firewall.`,
      );
}

function* checkFiles(folder: HubFolder, settings: HubSettings): Generator<Finding> {
  const expected = {
    [folder.configurationFile]: composeConfiguration(folder.path, settings),
    [join(folder.path, ACCOUNTS_FILE)]: composeAccounts(settings),
  };
  for (const [file, content] of Object.entries(expected))
    if (readFileSync(file, 'utf8') !== content)
      yield bad(`${file} differs from the settings. Start the hub again: that writes it anew.`);
  if ((statSync(folder.path).mode & 0o077) !== 0)
    yield bad(`Others on this computer can enter ${folder.path}. Run: chmod 700 ${folder.path}`);
  for (const file of [folder.settingsFile, ...Object.keys(expected)])
    if ((statSync(file).mode & 0o077) !== 0)
      yield bad(`Others on this computer can read ${file}. Run: chmod 600 ${file}`);
}

function checkDisk(folder: HubFolder): Finding {
  const { bavail, bsize } = statfsSync(folder.path);
  const free = bavail * bsize;
  return free > LEAST_FREE_BYTES
    ? good(`${inWords(free)} are free on the disk.`)
    : bad(
        `Only ${inWords(free)} are free on the disk. Make room: a hub with a full disk stops taking changes.`,
      );
}

async function checkStream(settings: HubSettings, name: string, workspace: HubWorkspace): Promise<Finding[]> {
  const { config, state } = await administer(settings, workspace, ({ streams }) =>
    streams.info(RECORD_STREAM),
  );
  const expected = streamConfig(settings.workspaceBytes, settings.cluster === undefined ? 1 : 3);
  const actual = new Map<string, unknown>(Object.entries(config));
  const wrong = Object.entries(expected).filter(([rule, value]) => !isSame(actual.get(rule), value));
  const share = state.bytes / config.max_bytes;
  const full = `Workspace “${name}” holds ${state.messages} records, ${inWords(state.bytes)} of ${inWords(config.max_bytes)}`;
  return [
    share < NEARLY_FULL
      ? good(`${full}.`)
      : bad(`${full}. Raise the limit: npm run hub -- --size GIGABYTES, once the hub has been stopped.`),
    ...wrong.map(([rule, value]) =>
      bad(`The stream of “${name}” has another ${rule} than ${JSON.stringify(value)}. Start the hub again.`),
    ),
  ];
}

/** A rule that is `false` is left out of the server's answer. */
function isSame(actual: unknown, expected: unknown): boolean {
  return JSON.stringify(actual ?? false) === JSON.stringify(expected);
}

const importSchema = v.object({ account: v.optional(v.string()), subject: v.optional(v.string()) });
const accountSchema = v.object({
  data: v.object({ account_detail: v.object({ imports: v.optional(v.array(importSchema), []) }) }),
});

/** Asks the server which subjects each machine's account imports, whatever the files say. */
async function checkRights(
  connection: NatsConnection,
  name: string,
  { machines }: HubWorkspace,
): Promise<Finding> {
  const server = connection.info?.server_id ?? '';
  for (const machine of Object.keys(machines)) {
    const account = accountOf(name, machine);
    const answer = await connection.request(
      `$SYS.REQ.SERVER.${server}.ACCOUNTZ`,
      JSON.stringify({ account }),
    );
    const { imports } = v.parse(accountSchema, answer.json()).data.account_detail;
    const expected = [...SHARED_RIGHTS, ...ownRights(machine), fetchRight(machine)];
    // The server itself adds imports from its system account.
    const actual = imports.filter((each) => each.account !== SYSTEM_ACCOUNT);
    if (
      actual.some((each) => each.account !== name) ||
      !isSameList(
        actual.map(({ subject }) => subject),
        expected.map(({ subject }) => subject),
      )
    )
      return bad(`The server gives “${machine}” other rights than it should. Start the hub again.`);
  }
  const names = Object.keys(machines);
  return good(
    names.length === 0
      ? `Workspace “${name}” has no machines. “npm run hub -- add NAME” makes a code for one.`
      : `The machines of “${name}” have the rights that they should, and no others: ${names.join(', ')}.`,
  );
}

function isSameList(some: readonly (string | undefined)[], others: readonly string[]): boolean {
  return some.toSorted().join(' ') === others.toSorted().join(' ');
}

function inWords(bytes: number): string {
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
