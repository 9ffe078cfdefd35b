import { isChanged, type Hub } from './hub';
import { KEY_CHECK, keysAfter, printKeyCheck, readKeyCheck } from './key-check';
import type { Keyring } from './keyring';
import { SealedValueError, type Opened } from './sealed-value';

/** Which keys the workspace has, as its machines have signed it: other keys are nobody's. */
export class NamedKeys {
  private readonly ids = new Set<string>();
  private reading: Promise<void> | undefined;
  /** A key that this machine lacks has replaced the one that it has. From then on it must not write. */
  areLater = false;
  /** The other machines have the later key, and this one was not sent it: it was removed, or its database is an old copy. */
  areWithheld = false;

  constructor(
    private readonly hub: Pick<Hub, 'get'>,
    private readonly keyring: Keyring,
  ) {}

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** The next `read` asks the hub again. */
  forget(): void {
    this.reading = undefined;
  }

  read(): Promise<void> {
    return (this.reading ??= this.readNow());
  }

  private async readNow(): Promise<void> {
    const own = new Set(this.keyring.keys);
    const later = await this.readAt(keysAfter(this.keyring.keyId));
    this.areLater ||= later.some((id) => !own.has(id));
    const check = await this.hub.get(KEY_CHECK);
    this.areWithheld = this.areLater && !(check && (await opensKeyCheck(this.keyring, check.value)));
    for (const id of [...later, ...(await this.readAt(KEY_CHECK))]) this.ids.add(id);
  }

  private async readAt(subject: string): Promise<readonly string[]> {
    const found = await this.hub.get(subject);
    const opened = found && (await openOrRefuse(this.keyring, found.value, subject));
    return opened && 'body' in opened ? readKeyCheck(opened.body).keys : [];
  }
}

/** Whether it was sealed with a key of this machine. Whoever signed it may have left. */
export async function opensKeyCheck(keyring: Keyring, value: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const opened = await openOrRefuse(keyring, value, KEY_CHECK);
  return 'body' in opened || ['unknown-machine', 'not-signed', 'removed-machine'].includes(opened.problem);
}

/** Writes it unless another machine is faster. */
export async function writeKeyCheck(
  hub: Pick<Hub, 'putIfUnchanged'>,
  keyring: Keyring,
  revision: number,
): Promise<void> {
  const value = await keyring.seal(printKeyCheck(keyring), KEY_CHECK);
  await hub.putIfUnchanged(KEY_CHECK, value, revision).catch((error: unknown) => {
    if (!isChanged(error)) throw error;
  });
}

function openOrRefuse(
  keyring: Keyring,
  value: Uint8Array<ArrayBuffer>,
  subject: string,
): Promise<Opened | SealedValueError> {
  return keyring.open(value, subject).catch((error: unknown) => {
    if (!(error instanceof SealedValueError)) throw error;
    return error;
  });
}
