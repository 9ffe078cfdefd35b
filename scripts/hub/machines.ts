/**
 * Adds machines and workspaces to a hub and removes them, while it runs or not. `folders` are those of its servers: one, or three of
 * a cluster, which have the same credentials.
 */
import { printHubCode } from '../../src/sync/codes.ts';
import { ensureStreams, forgetConsumer, isRunning, reloadServer } from './administration.ts';
import { withFolderLock } from './folder-lock.ts';
import type { HubFolder } from './hub-folder.ts';
import { createSignIn, newWorkspace, type HubSettings, type HubWorkspace } from './settings.ts';

/** There is no hub in this folder, no such workspace, no such machine, or one too many. The message says what to do. */
export class HubRequestError extends Error {
  override readonly name = 'HubRequestError';
}

/** Throws HubRequestError if there is none. */
export function requireSettings(folder: HubFolder | undefined): HubSettings {
  const settings = folder?.readSettings();
  if (settings === undefined)
    throw new HubRequestError(`There is no hub in ${folder?.path ?? 'no folder'}. “npm run hub” makes one.`);
  return settings;
}

/**
 * Returns the hub code of a new machine. Its seed is stored nowhere else. The server lets the machine in at once if it runs, and
 * otherwise at its next start.
 */
export async function addMachine(
  folders: readonly HubFolder[],
  workspace: string,
  machine: string,
): Promise<string> {
  requireName(machine);
  return change(folders, async (settings) => {
    const { machines } = workspaceOf(settings, workspace);
    if (Object.hasOwn(machines, machine))
      throw new HubRequestError(
        `“${machine}” has a code already. Choose another name, or end the old code with “npm run hub -- remove ${machine}” first.`,
      );
    const { seed, publicKey } = createSignIn();
    machines[machine] = publicKey;
    await apply(folders, settings);
    return printHubCode({ address: settings.address, workspace, machine, seed });
  });
}

/** Ends the credentials of a machine. A running server cuts its connections at once. */
export async function removeMachine(
  folders: readonly HubFolder[],
  workspace: string,
  machine: string,
): Promise<void> {
  await change(folders, async (settings) => {
    const { machines } = workspaceOf(settings, workspace);
    if (!Object.hasOwn(machines, machine))
      throw new HubRequestError(
        `This hub has no machine “${machine}”. It has: ${Object.keys(machines).join(', ') || 'none'}.`,
      );
    settings.workspaces[workspace] = {
      ...workspaceOf(settings, workspace),
      machines: Object.fromEntries(Object.entries(machines).filter(([name]) => name !== machine)),
    };
    await apply(folders, settings);
    if (await isRunning(settings)) await forgetConsumer(settings, workspaceOf(settings, workspace), machine);
  });
}

/** Adds a workspace, which shares nothing with the others but the server. */
export async function addWorkspace(folders: readonly HubFolder[], workspace: string): Promise<void> {
  requireName(workspace);
  await change(folders, async (settings) => {
    if (Object.hasOwn(settings.workspaces, workspace))
      throw new HubRequestError(`This hub has a workspace “${workspace}” already.`);
    settings.workspaces[workspace] = newWorkspace();
    await apply(folders, settings);
    if (await isRunning(settings)) await ensureStreams(settings);
  });
}

/** Runs a change of a hub's settings while no other command changes them. Throws HubRequestError and HubBusyError. */
async function change<T>(
  folders: readonly HubFolder[],
  act: (settings: HubSettings) => Promise<T>,
): Promise<T> {
  const [first] = folders;
  requireSettings(first); // a folder without a hub gets no lock
  return withFolderLock(first?.path ?? '', () => act(requireSettings(first)));
}

/** Gives every server the workspaces of `settings`. If a server refuses them, the former ones are put back. */
async function apply(folders: readonly HubFolder[], { workspaces }: HubSettings): Promise<void> {
  const former = folders.map((folder) => ({ folder, settings: requireSettings(folder) }));
  for (const { folder, settings } of former) folder.writeSettings({ ...settings, workspaces });
  try {
    for (const { settings } of former) if (await isRunning(settings)) await reloadServer(settings);
  } catch (error) {
    for (const { folder, settings } of former) folder.writeSettings(settings);
    throw error;
  }
}

function workspaceOf(settings: HubSettings, name: string): HubWorkspace {
  const workspace = Object.hasOwn(settings.workspaces, name) ? settings.workspaces[name] : undefined;
  if (workspace !== undefined) return workspace;
  throw new HubRequestError(
    `This hub has no workspace “${name}”. It has: ${Object.keys(settings.workspaces).join(', ')}.`,
  );
}

/** Throws HubRequestError if a hub code could not contain the name. */
export function requireName(name: string): void {
  if (name === 'check')
    throw new HubRequestError('“check” cannot be a name here: the hub has another use for it.');
  if (!/^[a-z0-9-]{1,40}$/u.test(name))
    throw new HubRequestError(
      `“${name}” cannot be a name here. Use up to 40 of the letters a to z, digits and hyphens, for example “office-laptop”.`,
    );
}
