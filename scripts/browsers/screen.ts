import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { findCommand } from './find.ts';

const execute = promisify(execFile);

/** A virtual X screen, with control of its mouse and keyboard. */
export class Screen {
  private constructor(
    private readonly server: ChildProcess,
    /** In the form of the variable DISPLAY. */
    readonly display: string,
  ) {}

  static canOpen(): boolean {
    return findCommand('Xvfb') !== undefined && findCommand('xdotool') !== undefined;
  }

  static async open(): Promise<Screen> {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = await new Promise<string>((resolve, reject) => {
      server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
      server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    });
    return new Screen(server, `:${number}`);
  }

  async press(...keys: string[]): Promise<void> {
    await this.hand('key', '--clearmodifiers', '--delay', '50', ...keys);
  }

  /** 1 is the left button, 3 the right one. */
  async click(x: number, y: number, button: 1 | 3 = 1): Promise<void> {
    await this.hand('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', String(button));
  }

  async move(x: number, y: number): Promise<void> {
    await this.hand('mousemove', String(Math.round(x)), String(Math.round(y)));
  }

  /** Presses the left button and holds it, or releases it. */
  async hold(isHeld: boolean): Promise<void> {
    await this.hand(isHeld ? 'mousedown' : 'mouseup', '1');
  }

  /** The visible windows; an open menu is one of them. */
  async countWindows(): Promise<number> {
    const found = await this.hand('search', '--onlyvisible', '--name', '').catch(() => '');
    return found.split('\n').filter((line) => line !== '').length;
  }

  close(): void {
    this.server.kill();
  }

  private async hand(...order: string[]): Promise<string> {
    const { stdout } = await execute('xdotool', order, { env: { ...process.env, DISPLAY: this.display } });
    return stdout;
  }
}
