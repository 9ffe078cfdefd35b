import type { Workspace } from '../storage/outbox/workspace';
import type { Hub } from './hub';
import { printIntroduction, readIntroduction, type Introduction } from './introduction';
import {
  openIntroduction,
  openValue,
  sealValue,
  SealedValueError,
  type Keys,
  type Opened,
} from './sealed-value';
import { subjectOf } from './subjects';
import { importWorkspaceKey, signingKeyOf, type SigningKey, type WorkspaceKey } from './workspace-key';

const BASE64 = { alphabet: 'base64url' } as const;

/** The keys of a workspace, and the public keys of its machines, which the hub has. */
export class Keyring {
  private readonly machines = new Map<string, readonly CryptoKey[]>();

  private constructor(
    private readonly workspace: Workspace,
    private readonly hub: Pick<Hub, 'get'>,
    private readonly all: readonly WorkspaceKey[],
  ) {}

  static async open(workspace: Workspace, hub: Pick<Hub, 'get'>): Promise<Keyring> {
    return new Keyring(
      workspace,
      hub,
      await Promise.all(workspace.keys.map(({ material }) => importWorkspaceKey(material))),
    );
  }

  async seal(body: Uint8Array<ArrayBuffer>, subject: string): Promise<Uint8Array<ArrayBuffer>> {
    const [key] = this.all;
    if (key === undefined) throw new Error('A workspace has a key');
    return sealValue(body, this.placeOf(subject), key, this.signingKey);
  }

  /** Throws SealedValueError. */
  open(value: Uint8Array<ArrayBuffer>, subject: string): Promise<Opened> {
    return openValue(value, this.placeOf(subject), this.keys);
  }

  /** What a machine says of itself, signed by itself. Throws SealedValueError. */
  async openIntroduction(value: Uint8Array<ArrayBuffer>, machine: string) {
    const subject = subjectOf('machines', machine);
    const opened = await openIntroduction(value, this.placeOf(subject), this.keys, async (body) =>
      importSigningKeys(readIntroduction(body)),
    );
    const introduction = readIntroduction(opened.body); // its keys have been read from it
    if (introduction === undefined || opened.machine !== machine)
      throw new SealedValueError('not-signed', subject);
    this.machines.set(machine, await importSigningKeys(introduction));
    return introduction;
  }

  /** Includes the keys with which this machine signed before it joined again: the hub may have values of that time. */
  async introduceSelf(nonce: string, former: readonly string[] = []): Promise<Uint8Array<ArrayBuffer>> {
    const { signing, receiving } = this.workspace.machineKeys;
    const [own, receives] = await Promise.all([exportKey(signing.publicKey), exportKey(receiving.publicKey)]);
    const introduction = { nonce, signing: [...new Set([own, ...former])], receiving: receives };
    this.machines.set(this.workspace.hub.machine, await importSigningKeys(introduction));
    const body = printIntroduction(introduction);
    return this.seal(body, subjectOf('machines', this.workspace.hub.machine));
  }

  private get signingKey(): SigningKey {
    return signingKeyOf(this.workspace.hub.machine, this.workspace.machineKeys);
  }

  private placeOf(subject: string) {
    return { workspace: this.workspace.hub.workspace, subject };
  }

  private readonly keys: Keys = {
    findKey: (id) => this.all.find((key) => key.id === id),
    findMachine: (name) => this.findMachine(name),
  };

  private async findMachine(name: string): Promise<readonly CryptoKey[]> {
    if (name === this.workspace.hub.machine && !this.machines.has(name))
      this.machines.set(name, [this.workspace.machineKeys.signing.publicKey]);
    const known = this.machines.get(name);
    if (known) return known;
    const found = await this.hub.get(subjectOf('machines', name));
    if (found === undefined) return [];
    await this.openIntroduction(found.value, name);
    return this.machines.get(name) ?? [];
  }
}

function importSigningKeys(introduction: Introduction | undefined): Promise<CryptoKey[]> {
  const keys = introduction?.signing ?? [];
  return Promise.all(
    keys.map((key) =>
      crypto.subtle.importKey('raw', Uint8Array.fromBase64(key, BASE64), 'Ed25519', true, ['verify']),
    ),
  );
}

async function exportKey(key: CryptoKey): Promise<string> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
  return raw.toBase64({ ...BASE64, omitPadding: true });
}
