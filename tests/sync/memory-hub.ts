import { HubError, type Hub, type HubChange } from '../../src/sync/hub';

interface Message {
  subject: string;
  revision: number;
  value?: Uint8Array<ArrayBuffer>;
}

/** A hub that is no server: the last message of each subject, in order. */
export class MemoryHub {
  private messages = new Map<string, Message>();
  private last = 0;
  private waiting = new Set<() => void>();
  private connections = new Set<() => void>();
  /** Called before each write is acknowledged, which it can prevent. */
  onWrite: (subject: string) => void = () => undefined;

  /** What an administrator would copy, and put back. */
  copy(): () => void {
    const [messages, last] = [new Map(this.messages), this.last];
    return () => {
      [this.messages, this.last] = [new Map(messages), last];
      this.cut();
    };
  }

  wipe(): void {
    this.messages = new Map<string, Message>();
    this.last = 0;
    this.cut();
  }

  /** Deletes all pieces of large values. */
  loseBlobs(): void {
    for (const subject of this.messages.keys())
      if (subject.startsWith('blobs.')) this.messages.delete(subject);
  }

  /** Deletes what tells the machines that this is the hub they know. */
  wipePlaces(): void {
    for (const subject of this.messages.keys())
      if (subject.startsWith('machines.')) this.messages.delete(subject);
  }

  /** Ends all connections. */
  cut(): void {
    for (const end of [...this.connections]) end();
  }

  values(): Message[] {
    return [...this.messages.values()].filter(({ value }) => value !== undefined);
  }

  /** What somebody who has the hub can do. */
  forge(subject: string, value: Uint8Array<ArrayBuffer>): void {
    this.write({ subject, value });
  }

  connect(): Hub {
    const closed = Promise.withResolvers<undefined>();
    let isOpen = true;
    const end = () => {
      isOpen = false;
      this.connections.delete(end);
      closed.resolve(undefined);
      this.wake();
    };
    this.connections.add(end);
    const reach = () => {
      if (!isOpen) throw new HubError('unreachable');
    };
    const act = async <Result>(work: () => Result): Promise<Result> => {
      await Promise.resolve();
      reach();
      const result = work();
      reach();
      return result;
    };
    const put = (subject: string, value: Uint8Array<ArrayBuffer> | undefined, revision: number) => {
      const found = this.messages.get(subject);
      const is = found?.value === undefined && revision === 0 ? 0 : (found?.revision ?? 0);
      if (is !== revision) throw new HubError('changed');
      const written = this.write({ subject, ...(value && { value: value.slice() }) });
      this.onWrite(subject);
      return written;
    };
    return {
      get: (subject) =>
        act(() => {
          const { value, revision } = this.messages.get(subject) ?? {};
          return value && revision !== undefined ? { value, revision } : undefined;
        }),
      putIfUnchanged: (subject, value, revision) => act(() => put(subject, value, revision)),
      deleteIfUnchanged: (subject, revision) =>
        act(() => {
          put(subject, undefined, revision);
        }),
      blob: {
        put: (id, value) => act(() => this.keep({ subject: `blobs.${id}`, value })),
        get: (id) => act(() => this.messages.get(`blobs.${id}`)?.value),
        remove: (id) => act(() => this.keep({ subject: `blobs.${id}` })),
      },
      feedSince: (revision, signal, kinds) =>
        this.feed(revision, () => isOpen && !signal.aborted, signal, kinds),
      closed: closed.promise,
      close: () => act(end).catch(() => undefined),
    };
  }

  private keep(message: Omit<Message, 'revision'>): void {
    this.write(message);
  }

  private write(message: Omit<Message, 'revision'>): number {
    const revision = ++this.last;
    this.messages.delete(message.subject);
    this.messages.set(message.subject, { ...message, revision });
    this.wake();
    return revision;
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private async *feed(
    revision: number,
    isOn: () => boolean,
    signal: AbortSignal,
    kinds: readonly string[] | undefined,
  ): AsyncGenerator<HubChange[]> {
    signal.addEventListener('abort', () => this.wake());
    let after = revision;
    let isFirst = true;
    while (isOn()) {
      const since = after;
      const next = [...this.messages.values()].filter(
        ({ subject, revision: written }) =>
          written > since &&
          !subject.startsWith('blobs.') &&
          (kinds?.includes(subject.split('.')[0] ?? '') ?? true),
      );
      const batch = next.slice(0, 3);
      after = batch.at(-1)?.revision ?? after;
      if (batch.length > 0 || isFirst)
        yield batch.map((each, place) => ({ ...each, pending: next.length - place - 1 }));
      else await new Promise<void>((resolve) => this.waiting.add(resolve));
      isFirst = false;
    }
  }
}
