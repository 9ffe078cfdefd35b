import { connect, type Socket } from 'node:net';

/** Firefox refused a command; `code` is the name of the error in WebDriver (`no such window`, `javascript error` …). */
class MarionetteError extends Error {
  override readonly name = 'MarionetteError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Firefox's remote control: WebDriver commands as JSON over TCP, each message preceded by its length.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  private readonly waiting = new Map<number, Waiting>();
  private received = Buffer.alloc(0);
  private lastId = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => this.receive(data));
    socket.on('close', () => this.abandon());
    socket.on('error', () => this.abandon());
  }

  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Marionette(socket)));
    });
  }

  /** Returns the result of the command: WebDriver's `value` if there is one. */
  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.lastId;
    const message = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (let message = this.takeMessage(); message !== undefined; message = this.takeMessage())
      this.answer(JSON.parse(message));
  }

  private takeMessage(): string | undefined {
    const colon = this.received.indexOf(':');
    const end = colon + 1 + Number(this.received.subarray(0, colon));
    if (colon < 0 || this.received.length < end) return undefined;
    const message = this.received.subarray(colon + 1, end).toString();
    this.received = this.received.subarray(end);
    return message;
  }

  /** The greeting is an object; answers are `[1, id, error, result]`. */
  private answer(message: unknown): void {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message as [
      1,
      number,
      { error: string; message: string } | null,
      { value?: unknown } | null,
    ];
    const order = this.waiting.get(id);
    this.waiting.delete(id);
    if (error !== null) order?.reject(new MarionetteError(error.error, error.message));
    else order?.resolve(result !== null && 'value' in result ? result.value : result);
  }

  private abandon(): void {
    for (const { reject } of this.waiting.values())
      reject(new MarionetteError('disconnected', 'Firefox has gone'));
    this.waiting.clear();
  }
}
