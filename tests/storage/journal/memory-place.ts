import { isTurn } from '../../../src/storage/journal/copy-turn';
import type { TurnPlace, WrittenFile } from '../../../src/storage/journal/copy-place';

/** A place of the copy in memory. Each write takes some milliseconds of a clock, and may then be torn for a time. */
export class MemoryPlace implements TurnPlace {
  private files = new Map<string, string | Blob>();
  private isBroken = false;
  /** The browser is killed while it changes the place: only the record of the turn is written. */
  isKilled = false;
  /** When its files were last written, in milliseconds since 1970. */
  writtenAt = 0;

  constructor(
    private readonly now: () => number,
    private readonly spend: () => void,
  ) {}

  /** What a power failure does: the browser makes an empty place of it, or does not open it until it is deleted. */
  tear(isBroken: boolean): void {
    this.files = new Map();
    this.isBroken = isBroken;
  }

  list(): string[] {
    return [...this.files.keys()];
  }

  readonly names = async (): Promise<string[]> => {
    this.open();
    return Promise.resolve(this.list());
  };

  readonly has = (name: string): Promise<boolean> => Promise.resolve(!this.isBroken && this.files.has(name));

  readonly read = (name: string): Promise<WrittenFile | undefined> => {
    const content = this.isBroken ? undefined : this.files.get(name);
    return Promise.resolve(
      content === undefined ? undefined : { content: new Blob([content]), writtenAt: this.writtenAt },
    );
  };

  readonly replace: TurnPlace['replace'] = (record, added, removed) =>
    this.isKilled
      ? this.change(new Map([[record, '']]), removed.filter(isTurn))
      : this.change(new Map([...added, [record, '']]), removed);

  readonly write = (name: string, content: string | Blob): Promise<void> =>
    this.change(new Map([[name, content]]), []);

  readonly remove = (name: string): Promise<void> => this.change(new Map(), [name]);

  readonly lastWrite = (): Promise<number> => Promise.resolve(this.writtenAt);

  readonly renew = (): Promise<void> => {
    this.tear(false);
    return Promise.resolve();
  };

  private change(added: ReadonlyMap<string, string | Blob>, removed: readonly string[]): Promise<void> {
    this.open();
    this.spend();
    this.writtenAt = this.now();
    for (const name of removed) this.files.delete(name);
    for (const [name, content] of added) this.files.set(name, content);
    return Promise.resolve();
  }

  private open(): void {
    if (this.isBroken) throw new DOMException('It is torn', 'UnknownError');
  }
}
