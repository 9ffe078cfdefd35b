import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

const STORE = 'values';

/** How long a page waits for the values, in milliseconds. */
const LONGEST = 5_000;

interface ValuesSchema extends DBSchema {
  [STORE]: { key: string; value: string };
}

/**
 * Works like localStorage, in a database of its own. Once it is loaded, a value is written even if the page is closed in the task
 * that sets it: Firefox carries out a transaction whose commit was requested, also if that waits for others.
 */
export class DatabaseStorage {
  private readonly values = new Map<string, string>();
  /** The keys of values that were set while there was no connection. */
  private readonly unwritten = new Set<string>();
  private readonly channel: BroadcastChannel;
  private connection: IDBPDatabase<ValuesSchema> | undefined;
  private loading: Promise<void> | undefined;
  private waiting: Promise<void> | undefined;

  /** Takes over the values that an earlier version has put into localStorage under keys that match `earlier`. */
  constructor(
    private readonly name: string,
    private readonly earlier: RegExp,
    private readonly longest = LONGEST,
  ) {
    this.channel = new BroadcastChannel(name);
    this.channel.addEventListener('message', ({ data }: MessageEvent<[string, string | undefined]>) =>
      this.remember(...data),
    );
  }

  /**
   * Resolves when the values can be read, or the browser has refused; then values live as long as the page. So they do, for now, if it does
   * not answer in time: what it answers later is taken in. Returns whether they can be read.
   */
  async load(): Promise<boolean> {
    this.loading ??= this.connect();
    await (this.waiting ??= this.unlessTooLong(this.loading));
    return this.connection !== undefined;
  }

  private async unlessTooLong(loading: Promise<void>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        console.error(`Clipsheet: the browser does not open ${this.name}`);
        resolve();
      }, this.longest);
    });
    await Promise.race([loading, late]);
    clearTimeout(timer);
  }

  get length(): number {
    return this.values.size;
  }

  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.values.get(key) !== value) this.change(key, value);
  }

  removeItem(key: string): void {
    if (this.values.has(key) || !this.connection) this.change(key, undefined);
  }

  private change(key: string, value: string | undefined): void {
    this.remember(key, value);
    this.unwritten.add(key);
    if (this.connection) this.write(this.connection);
    else void this.load();
    this.channel.postMessage([key, value]);
  }

  private remember(key: string, value: string | undefined): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }

  /** Requests writes and commit in one task. */
  private write(connection: IDBPDatabase<ValuesSchema>): void {
    const transaction = connection.transaction(STORE, 'readwrite', { durability: 'relaxed' });
    const requests = [...this.unwritten].map((key) => {
      const value = this.values.get(key);
      return value === undefined ? transaction.store.delete(key) : transaction.store.put(value, key);
    });
    this.unwritten.clear();
    transaction.commit();
    // The disk is full, or the database was closed: this page still has the values.
    void Promise.allSettled([...requests, transaction.done]);
  }

  /** If the file is torn, begins with a new one. After any other failure, such as a full disk, the next change tries again. */
  private async connect(): Promise<void> {
    try {
      await this.open().catch(async (error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'UnknownError')) throw error;
        await deleteDB(this.name);
        await this.open();
      });
    } catch (error) {
      this.loading = this.waiting = undefined;
      console.error('Clipsheet: no values are kept', error);
    }
  }

  private async open(): Promise<void> {
    const moved: string[] = [];
    const connection = await openDB<ValuesSchema>(this.name, 1, {
      upgrade: (made) => {
        const store = made.createObjectStore(STORE);
        for (const [key, value] of Object.entries(localStorage) as [string, string][])
          if (this.earlier.test(key)) {
            void store.put(value, key);
            moved.push(key);
          }
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    for (const key of moved) localStorage.removeItem(key);
    const [keys, values] = await Promise.all([connection.getAllKeys(STORE), connection.getAll(STORE)]);
    for (const [place, key] of keys.entries())
      if (!this.unwritten.has(key)) this.remember(key, values[place]);
    const forget = () => {
      this.connection = this.loading = this.waiting = undefined;
    };
    connection.addEventListener('close', forget);
    connection.addEventListener('versionchange', forget);
    this.connection = connection;
    if (this.unwritten.size > 0) this.write(connection);
  }
}
