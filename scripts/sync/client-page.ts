/** Runs in a page of a real browser: one machine of a workspace, with the extension's own storage and sync, and no pages around it. */
import type { ClipContent } from '../../src/news/clip.ts';
import { emptyBin } from '../../src/storage/bin.ts';
import { changeClips } from '../../src/storage/clips.ts';
import { openDatabase, type Database } from '../../src/storage/database/database.ts';
import { changeIssue } from '../../src/storage/issues.ts';
import { copySaves } from '../../src/storage/journal/kept-saves.ts';
import { changeWorkspace, readWorkspace } from '../../src/storage/outbox/workspace.ts';
import { saveClip } from '../../src/storage/saved-clip.ts';
import { saveSnapshot } from '../../src/storage/snapshots.ts';
import { parseHubCode } from '../../src/sync/codes.ts';
import { exchange, type Progress } from '../../src/sync/exchange.ts';
import { HubError } from '../../src/sync/hub.ts';
import { connectHub } from '../../src/sync/jetstream-hub.ts';
import { replaceKey } from '../../src/sync/key-rotation.ts';
import { idOfKey, newMachineKeys } from '../../src/sync/workspace-key.ts';

/** What a machine is given: a hub code, and the key of the workspace as bytes. */
export interface ClientSetup {
  code: string;
  material: readonly number[];
}

export interface ClientState {
  isConnected: boolean;
  isInSync: boolean;
  waiting: number;
  refused: number;
  /** The last reason for which a connection ended. */
  problem: string;
  /** Of all records, so that two machines can be compared. */
  fingerprint: string;
}

/** Between two attempts to connect, in milliseconds. */
const PAUSE = 150;

class SyncClient {
  private progress: Progress | undefined;
  private isConnected = false;
  private problem = '';
  private current = new AbortController();

  private constructor(
    private readonly database: Database,
    private readonly code: string,
  ) {}

  static async open({ code, material }: ClientSetup): Promise<SyncClient> {
    copySaves((error) => {
      if (error !== undefined) console.error('The second copy failed', error);
    });
    const database = await openDatabase();
    const hub = parseHubCode(code);
    const key = new Uint8Array(material);
    const joined = {
      hub,
      keys: [{ id: await idOfKey(key), material: key }],
      machineKeys: await newMachineKeys(),
      joinedAt: new Date().toISOString(),
    };
    await changeWorkspace(database, (workspace) => workspace ?? joined);
    const client = new SyncClient(database, code);
    void client.stayConnected();
    return client;
  }

  private async stayConnected(): Promise<never> {
    for (;;) {
      try {
        const hub = await connectHub(parseHubCode(this.code));
        this.isConnected = true;
        const ending = (this.current = new AbortController());
        void hub.closed.then(() => ending.abort());
        try {
          await exchange(this.database, hub, (progress) => (this.progress = progress), ending.signal);
        } finally {
          await hub.close();
        }
        this.problem = 'the connection ended';
      } catch (error) {
        this.problem = error instanceof HubError ? error.problem : String((error as Error).stack ?? error);
      }
      this.isConnected = false;
      this.progress = undefined;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** Saves one article, which contains the word. */
  async clip(word: string, address: string, withLargeText = false): Promise<void> {
    const content: ClipContent = {
      address,
      headline: `Headline ${word}`,
      outlet: 'The Daily',
      publishedOn: '2023-02-20',
      showDate: true,
      showLanguage: false,
      quotes: [{ id: crypto.randomUUID(), markdown: 'The talks **will** go on.' }],
    };
    const { clip } = await saveClip(this.database, { content, articleKey: address });
    const text = withLargeText ? noise(700_000) : `The whole text of ${address}. `.repeat(40);
    await saveSnapshot(this.database, clip.id, { text });
  }

  /** Puts the word into a text of a record that this machine has; resolves when the record is stored. `at` are numbers from 0 to 1. */
  async edit(word: string, [which, where, how]: readonly [number, number, number]): Promise<void> {
    const put = (text = '') => insertWord(text, word, where);
    if (how < 0.1) {
      const [issue] = await this.database.getAllKeys('issues');
      if (issue !== undefined) {
        await changeIssue(this.database, issue, (was) => ({ ...was, introduction: put(was.introduction) }));
        return;
      }
    }
    const keys = await this.database.getAllKeys('clips');
    const id = keys[Math.floor(which * keys.length)];
    if (id === undefined || how > 0.95) return this.clip(word, `https://www.daily.example/${word}`);
    await changeClips(this.database, [id], (was) =>
      how < 0.3 ? { ...was, headline: put(was.headline) } : { ...was, comment: put(was.comment) },
    );
  }

  /** Deletes the clips of an address for good. */
  async deleteForGood(address: string): Promise<void> {
    const clips = (await this.database.getAll('clips')).filter((clip) => clip.address === address);
    const ids = clips.map(({ id }) => id);
    await changeClips(this.database, ids, (was) => ({ ...was, binnedAt: new Date().toISOString() }));
    await emptyBin(this.database, ids);
  }

  /** As a page does: the next connection brings the key to the others. */
  async replaceKey(): Promise<void> {
    await replaceKey(this.database);
    this.current.abort();
  }

  async keyId(): Promise<string> {
    return (await readWorkspace(this.database))?.keys[0]?.id ?? '';
  }

  async state(): Promise<ClientState> {
    const { isConnected, problem, progress } = this;
    const text = JSON.stringify(await this.records());
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return {
      isConnected,
      problem,
      isInSync: progress?.isInSync ?? false,
      waiting: progress?.waiting ?? NaN,
      refused: progress?.refused.length ?? 0,
      fingerprint: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  }

  /** Everything that the workspace shares, without what belongs to one machine. */
  async records(): Promise<unknown> {
    const { database } = this;
    const shared = <T extends { changedAt: unknown; revision: unknown }>({
      changedAt,
      revision,
      ...rest
    }: T) => rest;
    return {
      clips: (await database.getAll('clips')).map(shared),
      issues: (await database.getAll('issues')).map(shared),
      newsletters: await database.getAll('newsletters'),
      preferences: await database.getAll('preferences'),
      texts: (await database.getAll('snapshots')).map(({ clipId, markdown }) => [clipId, markdown.length]),
    };
  }
}

/** Between two words of a text. */
function insertWord(text: string, word: string, where: number): string {
  const words = text === '' ? [] : text.split(' ');
  words.splice(Math.floor(where * (words.length + 1)), 0, word);
  return words.join(' ');
}

/** Text that compression cannot shorten. */
function noise(length: number): string {
  const parts: string[] = [];
  for (let left = length; left > 0; left -= 36) parts.push(crypto.randomUUID());
  return parts.join(' ');
}

export type SyncClientPage = Pick<
  SyncClient,
  'clip' | 'edit' | 'deleteForGood' | 'replaceKey' | 'keyId' | 'state' | 'records'
>;

/** Why a hub cannot be used; empty if it can. */
async function tryHub(code: string): Promise<string> {
  try {
    const hub = await connectHub(parseHubCode(code));
    await hub.close();
    return '';
  } catch (error) {
    return error instanceof HubError ? error.problem : String(error);
  }
}

Object.assign(globalThis, { openSyncClient: (setup: ClientSetup) => SyncClient.open(setup), tryHub });
