import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The bytes that are written at once to fill it. */
const PIECE = 256 * 1024;

/** A disk that can be filled: a file system in memory. Only root can mount one, and not everywhere. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** `undefined` if nothing can be mounted here. */
  static mount(megabytes: number): SmallDisk | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'clipsheet-disk-'));
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
    if (status === 0) return new SmallDisk(folder);
    rmSync(folder, { recursive: true });
    return undefined;
  }

  static canMount(): boolean {
    const disk = SmallDisk.mount(1);
    disk?.unmount();
    return disk !== undefined;
  }

  /** In bytes. */
  get room(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Adds a file until at most this many bytes are free. */
  fill(left: number): void {
    for (let surplus = this.room - left; surplus > 0; surplus = this.room - left)
      appendFileSync(this.ballast, Buffer.alloc(Math.min(PIECE, surplus)));
  }

  /** Removes the file that filled it. */
  empty(): void {
    rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    spawnSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
