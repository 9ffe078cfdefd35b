/** Makes a hub if there is none, and runs it until it is told to end. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { hubAddressSchema } from '../../src/sync/codes.ts';
import { ensureStreams, isRunning } from './administration.ts';
import { withFolderLock } from './folder-lock.ts';
import type { HubFolder } from './hub-folder.ts';
import { HubProcess } from './hub-process.ts';
import { DEFAULT_WORKSPACE_BYTES } from './limits.ts';
import { addMachine, HubRequestError, requireName } from './machines.ts';
import { requireNatsServer, versionOf } from './nats-server.ts';
import { createSignIn, newWorkspace, type HubSettings } from './settings.ts';

export const DEFAULT_WORKSPACE = 'desk';
const DEFAULT_MACHINE = 'first';
const DEFAULT_PORT = 8422;

/** As they are given on the command line. */
export interface RunOptions {
  workspace?: string | undefined;
  address?: string | undefined;
  port?: string | undefined;
  listen?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
  machine?: string | undefined;
  size?: string | undefined;
}

export async function runHub(folder: HubFolder, options: RunOptions): Promise<number> {
  const program = requireNatsServer();
  const { server, settings, first } = await withFolderLock(folder.path, () => start(folder, options));
  console.log(
    `The hub runs (nats-server ${versionOf(program) ?? 'of an unknown version'}) at ${settings.address}. ` +
      `Settings, credentials and data are in ${folder.path}; its log is ${folder.logFile}.`,
  );
  if (first === undefined) sayMachines(settings);
  else await sayFirstCode(folder, settings, first);
  console.log('\nEnd it with Ctrl+C. Nothing is lost: the next start goes on from there.');
  await server.waitUntilEnded();
  return 0;
}

/** `first`: the machine that needs the first code of a new hub. */
interface Started {
  server: HubProcess;
  settings: HubSettings;
  first: string | undefined;
}

async function start(folder: HubFolder, options: RunOptions): Promise<Started> {
  const former = folder.readSettings();
  if (former !== undefined && (await isRunning(former)))
    throw new HubRequestError(
      `The hub in ${folder.path} runs already. “npm run hub -- check” says how it is.`,
    );
  const settings = former === undefined ? newSettings(options) : { ...former, ...placeOf(options, former) };
  const first = former === undefined ? (options.machine ?? DEFAULT_MACHINE) : undefined;
  if (first !== undefined) requireName(first);
  folder.writeSettings(settings);

  const server = HubProcess.spawn(folder);
  const end = () => void server.stop();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await server.waitUntilReady(folder, settings);
  await ensureStreams(settings);
  return { server, settings, first };
}

function sayMachines({ workspaces }: HubSettings): void {
  for (const [name, { machines }] of Object.entries(workspaces))
    console.log(`Machines of “${name}”: ${Object.keys(machines).join(', ') || 'none'}.`);
  console.log('Codes are shown only once. For another machine: npm run hub -- add NAME');
}

async function sayFirstCode(folder: HubFolder, settings: HubSettings, machine: string): Promise<void> {
  const workspace = Object.keys(settings.workspaces)[0] ?? DEFAULT_WORKSPACE;
  const code = await addMachine([folder], workspace, machine);
  console.log(
    `\nThe hub code of your first machine. It is shown only now, and whoever has it can connect. Paste it in Clipsheet: Options, My machines.\n\n${code}`,
  );
}

function newSettings(options: RunOptions): HubSettings {
  const workspace = options.workspace ?? DEFAULT_WORKSPACE;
  requireName(workspace);
  return {
    version: 1,
    operator: createSignIn().seed,
    workspaces: { [workspace]: newWorkspace() },
    ...placeOf(options),
  };
}

type Place = Pick<HubSettings, 'address' | 'host' | 'port' | 'administrationPort' | 'tls' | 'workspaceBytes'>;

/** Where the hub is and how large it may be: what the options say, otherwise as it was, otherwise only for this computer. */
function placeOf(options: RunOptions, former?: HubSettings): Place {
  const port =
    options.port === undefined ? (former?.port ?? DEFAULT_PORT) : numberOf('port', options.port, 65_534);
  const tls = tlsOf(options) ?? former?.tls;
  const formerAddress =
    options.port === undefined || former?.address.startsWith('wss:') ? former?.address : undefined;
  const address = addressOf(options.address ?? formerAddress ?? `ws://127.0.0.1:${port}`);
  if (tls !== undefined && !address.startsWith('wss:'))
    throw new HubRequestError(
      'A hub with a certificate needs the address for which it was made: --address wss://HOST:PORT',
    );
  return {
    address,
    host: options.listen ?? former?.host ?? (tls === undefined ? '127.0.0.1' : '0.0.0.0'),
    port,
    administrationPort: port + 1,
    ...(tls && { tls }),
    workspaceBytes:
      options.size === undefined
        ? (former?.workspaceBytes ?? DEFAULT_WORKSPACE_BYTES)
        : numberOf('size', options.size, 100_000) * 1_000_000_000,
  };
}

function addressOf(address: string): string {
  const parsed = v.safeParse(hubAddressSchema, address);
  if (parsed.success) return parsed.output;
  throw new HubRequestError(
    `“${address}” is not an address of a hub. It must be wss://HOST[:PORT][/PATH]; without TLS only ws://127.0.0.1:PORT works.`,
  );
}

function tlsOf({ cert, key }: RunOptions): { cert: string; key: string } | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new HubRequestError('A certificate and its key belong together: --cert FILE --key FILE');
  for (const file of [cert, key])
    if (!existsSync(file)) throw new HubRequestError(`There is no file ${resolve(file)}.`);
  return { cert: resolve(cert), key: resolve(key) };
}

function numberOf(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= most) return number;
  throw new HubRequestError(`--${option} must be a whole number from 1 to ${most}, not “${text}”.`);
}
