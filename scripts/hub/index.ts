/**
 * `npm run hub`: runs a hub where a person's machines meet. `-- add NAME`, `-- remove NAME`, `-- add-workspace NAME` and
 * `-- check` work on the same folder while it runs, or while it does not. docs/hub.md says more.
 */
import { parseArgs } from 'node:util';
import { ReloadRefusedError } from './administration.ts';
import { checkHub } from './check.ts';
import { HubBusyError, withFolderLock } from './folder-lock.ts';
import { DEFAULT_FOLDER, HubFolder, UnreadableHubError } from './hub-folder.ts';
import { HubNotStartedError } from './hub-process.ts';
import { addMachine, addWorkspace, HubRequestError, removeMachine, requireSettings } from './machines.ts';
import { NatsServerMissingError } from './nats-server.ts';
import { DEFAULT_WORKSPACE, runHub } from './run.ts';

const HELP = `npm run hub                    makes a hub if there is none, starts it, and prints the first hub code
npm run hub -- add NAME        prints a hub code for another machine
npm run hub -- remove NAME     ends the code of a machine, and cuts it off at once
npm run hub -- check           says whether the hub is reachable, how full it is, and whether its rights are right
npm run hub -- add-workspace NAME
                               adds a workspace, which shares nothing with the others

  --folder FOLDER      where the hub keeps its settings and data (${DEFAULT_FOLDER})
  --workspace NAME     of a hub with several (${DEFAULT_WORKSPACE})

When it is made or started:
  --address wss://HOST[:PORT][/PATH]
                       where machines find the hub (ws://127.0.0.1:PORT: only this computer)
  --port PORT          where it listens for machines (8422); the next port is for its own administration
  --cert FILE --key FILE
                       a certificate and its key: the hub does TLS itself and listens for other computers
                       Without them it listens on 127.0.0.1, for a proxy on this computer that does TLS
  --listen HOST        another network address to listen on, for example 0.0.0.0 in a container
  --machine NAME       of the first hub code (first)
  --size GIGABYTES     the most that one workspace may store (10)

docs/hub.md says how to run it behind Caddy or nginx, in a container, and how to back it up.`;

const { values, positionals } = readArguments();
const folder = new HubFolder(values.folder);
const [command, name, ...rest] = positionals;

/** What a person can fix is said in words; everything else is a bug and keeps its stack. */
const EXPECTED = [
  HubRequestError,
  HubBusyError,
  HubNotStartedError,
  NatsServerMissingError,
  UnreadableHubError,
  ReloadRefusedError,
];

try {
  process.exitCode = values.help ? say(HELP) : await perform();
} catch (error) {
  if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Ends this program if there are options that it does not know. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        folder: { type: 'string', default: DEFAULT_FOLDER },
        workspace: { type: 'string' },
        address: { type: 'string' },
        port: { type: 'string' },
        listen: { type: 'string' },
        cert: { type: 'string' },
        key: { type: 'string' },
        machine: { type: 'string' },
        size: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n“npm run hub -- --help” lists all commands and options.`);
    process.exit(1);
  }
}

function perform(): Promise<number> {
  const extra = command === 'check' ? name : rest[0];
  if (extra !== undefined) throw new HubRequestError(`“${extra}” is one word too many.\n\n${HELP}`);
  switch (command) {
    case undefined:
      return runHub(folder, values);
    case 'add':
      return add(requireArgument());
    case 'remove':
      return remove(requireArgument());
    case 'add-workspace':
      return addAnother(requireArgument());
    case 'check':
      return check();
    default:
      throw new HubRequestError(`“${command}” is not a command.\n\n${HELP}`);
  }
}

function requireArgument(): string {
  if (name === undefined)
    throw new HubRequestError(`A name is missing: npm run hub -- ${command ?? ''} NAME`);
  return name;
}

function workspace(): string {
  return values.workspace ?? Object.keys(requireSettings(folder).workspaces)[0] ?? DEFAULT_WORKSPACE;
}

function say(words: string): number {
  console.log(words);
  return 0;
}

async function add(machine: string): Promise<number> {
  const code = await addMachine([folder], workspace(), machine);
  return say(
    `The hub code of “${machine}”. It is shown only now, and whoever has it can connect: give it to a joined machine, ` +
      `which makes a machine code of it.\n\n${code}`,
  );
}

async function remove(machine: string): Promise<number> {
  await removeMachine([folder], workspace(), machine);
  return say(
    `“${machine}” is cut off, and its code no longer works. If it was lost, also remove it in Clipsheet on one of the other ` +
      'machines (Options, My machines): that changes the key with which records are encrypted.',
  );
}

async function addAnother(other: string): Promise<number> {
  await addWorkspace([folder], other);
  return say(
    `The workspace “${other}” is ready. Its first code: npm run hub -- add NAME --workspace ${other}`,
  );
}

async function check(): Promise<number> {
  requireSettings(folder);
  // The server cuts connections while it reads what another command has changed.
  const findings = await withFolderLock(folder.path, () => checkHub(folder, requireSettings(folder)));
  for (const { isGood, words } of findings) console.log(`${isGood ? 'good ' : 'BAD  '} ${words}`);
  const problems = findings.filter(({ isGood }) => !isGood).length;
  console.log(problems === 0 ? 'The hub is as it should be.' : `${problems} to be fixed.`);
  return problems === 0 ? 0 : 1;
}
