/** A hub for tests: real `nats-server` processes, with the configuration of `npm run hub`, in a folder of their own. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureStreams } from './administration.ts';
import { freePorts } from './free-port.ts';
import { HubFolder } from './hub-folder.ts';
import { HubProcess } from './hub-process.ts';
import { DEFAULT_WORKSPACE_BYTES } from './limits.ts';
import { addMachine, addWorkspace, removeMachine } from './machines.ts';
import { createSignIn, newWorkspace, type HubSettings, type HubWorkspace } from './settings.ts';

export const TEST_WORKSPACE = 'desk';

export interface StartHubOptions {
  /** A new temporary folder otherwise, which `stop` removes. */
  folder?: string;
  /** For machines; a free one otherwise. */
  port?: number;
  /** The address that hub codes contain, for example that of a proxy; the server's own otherwise. */
  address?: string;
  /** Three servers, each with a copy of every record. */
  cluster?: boolean;
  workspaceBytes?: number;
  /** More than the one for tests, all empty. */
  workspaces?: Record<string, HubWorkspace>;
}

export interface TestHub {
  /** The address in its codes. */
  readonly address: string;
  /** Of each server: for machines by WebSocket, and for tests in Node, which has no WebSocket, by TCP. */
  readonly servers: readonly { readonly port: number; readonly tcpPort: number }[];
  readonly folders: readonly HubFolder[];
  readonly settings: HubSettings;
  /** Of each server that runs. */
  pids(): number[];
  /** Returns a hub code. */
  addMachine(name: string, workspace?: string): Promise<string>;
  removeMachine(name: string, workspace?: string): Promise<void>;
  addWorkspace(name: string): Promise<void>;
  /** Kills all servers, or one of a cluster. */
  kill(server?: number): Promise<void>;
  /** Starts what does not run, and resolves when records can be written. */
  restart(): Promise<void>;
  /** Kills all servers and empties their disks, but for the credentials. `restart` starts them again. */
  wipe(): Promise<void>;
  /** Copies the data of all servers, which must not run. Returns what puts this copy in the place of later data. */
  keepCopy(): () => void;
  /** Ends all servers and removes a temporary folder. */
  stop(): Promise<void>;
}

export async function startHub(options: StartHubOptions = {}): Promise<TestHub> {
  const base = options.folder ?? mkdtempSync(join(tmpdir(), 'clipsheet-hub-'));
  const folders =
    options.cluster === true
      ? [1, 2, 3].map((n) => new HubFolder(join(base, `${n}`)))
      : [new HubFolder(base)];
  const all = await prepare(folders, options);
  const [settings] = all;
  if (settings === undefined) throw new Error('A hub has at least one server.');
  const processes: (HubProcess | undefined)[] = folders.map(() => undefined);

  const start = async () => {
    await Promise.all(
      folders.map(async (folder, index) => {
        if (processes[index]?.hasEnded() === false) return;
        const process = HubProcess.spawn(folder);
        processes[index] = process;
        await process.waitUntilReady(folder, all[index] ?? settings);
      }),
    );
    await ensureStreams(settings);
  };
  const kill = async (server?: number) => {
    const killed = server === undefined ? processes : [processes[server]];
    await Promise.all(killed.map(async (process) => process?.kill()));
  };

  try {
    await start();
  } catch (error) {
    await kill(); // nobody else could end what has started
    throw error;
  }
  return {
    address: settings.address,
    servers: all.map(({ port, administrationPort }) => ({ port, tcpPort: administrationPort })),
    folders,
    settings,
    pids: () => processes.flatMap((process) => process?.pid ?? []),
    addMachine: (name, workspace = TEST_WORKSPACE) => addMachine(folders, workspace, name),
    removeMachine: (name, workspace = TEST_WORKSPACE) => removeMachine(folders, workspace, name),
    addWorkspace: (name) => addWorkspace(folders, name),
    kill,
    restart: start,
    wipe: async () => {
      await kill();
      for (const { dataFolder } of folders) rmSync(dataFolder, { recursive: true, force: true });
    },
    keepCopy: () => keepCopyOf(folders),
    stop: async () => {
      await Promise.all(processes.map(async (process) => process?.stop()));
      if (options.folder === undefined) rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Returns what puts the copy in the place of later data. */
function keepCopyOf(folders: readonly HubFolder[]): () => void {
  const copies = folders.map(({ dataFolder }) => {
    const copy = mkdtempSync(join(tmpdir(), 'clipsheet-hub-copy-'));
    cpSync(dataFolder, copy, { recursive: true });
    return { dataFolder, copy };
  });
  return () => {
    for (const { dataFolder, copy } of copies) {
      rmSync(dataFolder, { recursive: true, force: true });
      cpSync(copy, dataFolder, { recursive: true });
    }
  };
}

/** Writes the settings of each server, unless the folder has some from an earlier start. */
async function prepare(folders: readonly HubFolder[], options: StartHubOptions): Promise<HubSettings[]> {
  const ports = await freePorts(folders.length * 3);
  const routes = ports.slice(folders.length * 2);
  const [port = options.port ?? 0] = options.port === undefined ? ports : [options.port];
  const shared = {
    version: 1 as const,
    address: options.address ?? `ws://127.0.0.1:${port}`,
    host: '127.0.0.1',
    operator: createSignIn().seed,
    workspaces: options.workspaces ?? { [TEST_WORKSPACE]: newWorkspace() },
    workspaceBytes: options.workspaceBytes ?? DEFAULT_WORKSPACE_BYTES,
  };
  return folders.map((folder, index) => {
    const settings: HubSettings = folder.readSettings() ?? {
      ...shared,
      port: (index === 0 ? port : ports[index]) ?? 0,
      administrationPort: ports[folders.length + index] ?? 0,
      ...(folders.length > 1 && {
        cluster: { server: `server-${index + 1}`, port: routes[index] ?? 0, routes, secret: 'test' },
      }),
    };
    folder.writeSettings(settings);
    return settings;
  });
}
