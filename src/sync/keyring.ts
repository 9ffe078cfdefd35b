import type { KnownMachine, Workspace } from '../storage/outbox/workspace';
import type { Hub } from './hub';
import { isSame } from '../news/edits/deep-equality';
import { printIntroduction, readIntroduction, type Introduction } from './introduction';
import { generationOf, unwrapKeys, wrapKeys, type KeyDelivery } from './key-delivery';
import {
  openIntroduction,
  openValue,
  sealValue,
  SealedValueError,
  type Keys,
  READABLE_VERSION,
  type Opened,
} from './sealed-value';
import { subjectOf } from './subjects';
import {
  exportKey,
  importSigningKeys,
  importWorkspaceKey,
  signingKeyOf,
  type SigningKey,
  type WorkspaceKey,
} from './workspace-key';

/** The keys of a workspace, and the public keys of its machines, which the hub has. */
export class Keyring {
  /** The other machines, which introduced themselves with what was the current key then. */
  readonly known: Map<string, KnownMachine>;
  /** Whether `known` has changed since it was stored: also by an introduction that was read to check the signature of a record. */
  hasLearned = false;
  private readonly machines = new Map<string, readonly CryptoKey[]>();

  private constructor(
    private readonly workspace: Workspace,
    private readonly hub: Pick<Hub, 'get'>,
    private readonly all: readonly WorkspaceKey[],
    private readonly current: WorkspaceKey,
  ) {
    this.known = new Map(workspace.machines);
  }

  static async open(workspace: Workspace, hub: Pick<Hub, 'get'>): Promise<Keyring> {
    const [current, ...former] = await Promise.all(
      workspace.keys.map(({ material }) => importWorkspaceKey(material)),
    );
    if (current === undefined) throw new Error('A workspace has a key');
    return new Keyring(workspace, hub, [current, ...former], current);
  }

  /** The id of the key with which values are sealed. */
  get keyId(): string {
    return this.current.id;
  }

  /** How often the key had been replaced when it was made. */
  get generation(): number {
    return Math.max(...this.workspace.keys.map(generationOf));
  }

  /** The ids of all keys of this machine, the current one first. */
  get keys(): readonly string[] {
    return this.all.map(({ id }) => id);
  }

  /** Whether a known machine may write values of this version. */
  isAnnounced(version: number): boolean {
    return this.recipients().some(([, machine]) => (machine.version ?? 1) >= version);
  }

  /** The other machines that get a new key. */
  recipients(): [name: string, machine: KnownMachine][] {
    return [...this.known].filter(([name]) => !this.isRemoved(name));
  }

  async seal(
    body: Uint8Array<ArrayBuffer>,
    subject: string,
    keyId = this.current.id,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const key = this.all.find(({ id }) => id === keyId) ?? this.current;
    return sealValue(body, this.placeOf(subject), key, this.signingKey);
  }

  /** Throws SealedValueError. */
  open(value: Uint8Array<ArrayBuffer>, subject: string): Promise<Opened> {
    return openValue(value, this.placeOf(subject), this.opening);
  }

  /** What a machine says of itself, signed by itself. Throws SealedValueError. */
  async openIntroduction(
    value: Uint8Array<ArrayBuffer>,
    machine: string,
  ): Promise<Introduction & { keyId: string }> {
    const subject = subjectOf('machines', machine);
    const opened = await openIntroduction(value, this.placeOf(subject), this.opening, (body, keyId) =>
      this.introducersOf(machine, keyId, readIntroduction(body)),
    );
    const introduction = readIntroduction(opened.body); // its keys have been read from it
    if (introduction === undefined || opened.machine !== machine)
      throw new SealedValueError('not-signed', subject);
    this.machines.set(machine, await importSigningKeys(introduction.signing));
    this.note(machine, introduction, opened.keyId);
    return { ...introduction, keyId: opened.keyId };
  }

  /** Who has only a former key may have been removed: with that key, a machine must sign as it is known. */
  private async introducersOf(
    machine: string,
    keyId: string,
    introduction: Introduction | undefined,
  ): Promise<readonly CryptoKey[]> {
    if (keyId === this.keyId) return importSigningKeys(introduction?.signing ?? []);
    const isOwn = machine === this.workspace.hub.machine;
    return isOwn ? [this.workspace.machineKeys.signing.publicKey] : this.findKnown(machine);
  }

  /** Who has only a former key may have been removed: it cannot become a machine that gets a new key. */
  private note(machine: string, introduction: Introduction, keyId: string): void {
    const isOwn = machine === this.workspace.hub.machine;
    const { signing, receiving, version } = introduction;
    if (isOwn || keyId !== this.keyId) return;
    const noted = { signing, receiving, version, keyId };
    this.hasLearned ||= !isSame(this.known.get(machine), noted);
    this.known.set(machine, noted);
  }

  /** Includes the keys with which this machine signed before it joined again: the hub may have values of that time. */
  async introduceSelf(nonce: string, former: readonly string[] = []): Promise<Uint8Array<ArrayBuffer>> {
    const { signing, receiving } = this.workspace.machineKeys;
    const [own, receives] = await Promise.all([exportKey(signing.publicKey), exportKey(receiving.publicKey)]);
    const introduction = {
      nonce,
      signing: [...new Set([own, ...former])],
      receiving: receives,
      version: READABLE_VERSION,
    };
    this.machines.set(this.workspace.hub.machine, await importSigningKeys(introduction.signing));
    const body = printIntroduction(introduction);
    return this.seal(body, subjectOf('machines', this.workspace.hub.machine));
  }

  /** The keys of this workspace for another machine, which has the key `keyId`. */
  async sealDelivery(machine: string, { receiving, keyId }: KnownMachine): Promise<Uint8Array<ArrayBuffer>> {
    const { keys, removed = [] } = this.workspace;
    const body = await wrapKeys({ keys, removed }, receiving);
    return this.seal(body, subjectOf('keys', machine), keyId);
  }

  /** Keys that a known machine has sent to this one. Throws SealedValueError. */
  async openDelivery(value: Uint8Array<ArrayBuffer>): Promise<KeyDelivery> {
    const { machine } = this.workspace.hub;
    const subject = subjectOf('keys', machine);
    const opened = await openValue(value, this.placeOf(subject), {
      findKey: this.opening.findKey,
      findMachine: (name) => this.findKnown(name),
      isRemoved: this.opening.isRemoved,
    });
    const delivery = await unwrapKeys(opened.body, this.workspace.machineKeys.receiving);
    if (delivery === undefined) throw new SealedValueError('not-authentic', subject);
    return { ...delivery, removed: delivery.removed.filter((name) => name !== machine) };
  }

  private get signingKey(): SigningKey {
    return signingKeyOf(this.workspace.hub.machine, this.workspace.machineKeys);
  }

  private placeOf(subject: string) {
    return { workspace: this.workspace.hub.workspace, subject };
  }

  private readonly opening: Keys = {
    findKey: (id) => this.all.find((key) => key.id === id),
    findMachine: (name) => this.findMachine(name),
    isRemoved: (name) => this.isRemoved(name),
  };

  /** As it was when this machine heard of it first: its introduction of now may be sealed with the key that it sends. */
  private async findKnown(name: string): Promise<readonly CryptoKey[]> {
    return importSigningKeys(this.known.get(name)?.signing ?? []);
  }

  private isRemoved(name: string): boolean {
    return this.workspace.removed?.includes(name) === true;
  }

  private async findMachine(name: string): Promise<readonly CryptoKey[]> {
    if (name === this.workspace.hub.machine && !this.machines.has(name))
      this.machines.set(name, [this.workspace.machineKeys.signing.publicKey]);
    const known = this.machines.get(name);
    if (known) return known;
    const found = await this.hub.get(subjectOf('machines', name));
    try {
      if (found) await this.openIntroduction(found.value, name);
    } catch (error) {
      if (!(error instanceof SealedValueError)) throw error; // forged, or of a later key
    }
    return this.machines.get(name) ?? this.findKnown(name);
  }
}
