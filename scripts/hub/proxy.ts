/**
 * A TCP proxy between machines and a hub that behaves as a bad network does: it delays, cuts, passes on half of a piece and then
 * cuts, and passes a piece on twice. What it does is decided by a seed.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { randomNumbers } from '../random-numbers.ts';

/** Each is the share of pieces that it befalls, from 0 to 1; `delay` is the longest delay of each piece, in milliseconds. */
export interface NetworkFaults {
  cut: number;
  halve: number;
  duplicate: number;
  delay: number;
}

export const NO_FAULTS: NetworkFaults = { cut: 0, halve: 0, duplicate: 0, delay: 0 };

export interface ProxyOptions {
  /** Ports of the servers on 127.0.0.1. The first one that answers is used. */
  targets: readonly number[];
  port?: number;
  seed?: number;
  /** Sees every piece of either direction, before any fault. */
  watch?: (piece: Buffer) => void;
}

export async function startProxy(options: ProxyOptions): Promise<FaultyProxy> {
  const proxy = new FaultyProxy(options);
  await proxy.listen(options.port ?? 0);
  return proxy;
}

export class FaultyProxy {
  /** How often each fault has happened, and what came through. */
  readonly count = { cut: 0, halve: 0, duplicate: 0, connections: 0, bytes: 0 };
  readonly #random: () => number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #faults = NO_FAULTS;
  #isOffline = false;

  constructor(private readonly options: ProxyOptions) {
    this.#random = randomNumbers(options.seed ?? 1);
    this.#server = createServer({ noDelay: true }, (client) => {
      client.on('error', () => client.destroy());
      void this.#serve(client);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** For hub codes. */
  get address(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  /** From now on. */
  setFaults(faults: Partial<NetworkFaults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  /** Cuts every connection that is open. New ones are let through. */
  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Refuses and cuts everything until called with `false`: the network is gone. */
  goOffline(isOffline: boolean): void {
    this.#isOffline = isOffline;
    if (isOffline) this.cutAll();
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.cutAll();
    });
  }

  async #serve(client: Socket): Promise<void> {
    const upstream = await connectFirst(this.options.targets);
    if (upstream === undefined || this.#isOffline) {
      upstream?.destroy();
      client.destroy();
      return;
    }
    this.count.connections++;
    this.#join(client, upstream);
    this.#join(upstream, client);
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    // The loop fails if the socket was cut; its close handler cuts the other side.
    this.#pass(from, to).catch(() => to.destroy());
  }

  /** Passes on what arrives, in order, until a fault ends it. */
  async #pass(from: Socket, to: Socket): Promise<void> {
    for await (const piece of from as AsyncIterable<Buffer>) {
      this.options.watch?.(piece);
      this.count.bytes += piece.length;
      const { cut, halve, duplicate, delay } = this.#faults;
      if (delay > 0) await wait(this.#random() * delay);
      if (this.#random() < cut) {
        this.count.cut++;
        from.destroy();
        return;
      }
      if (this.#random() < halve) {
        this.count.halve++;
        to.write(piece.subarray(0, Math.floor(piece.length / 2)), () => from.destroy());
        return;
      }
      if (this.#random() < duplicate) {
        this.count.duplicate++;
        to.write(piece);
      }
      if (!to.write(piece)) await drained(to);
    }
    to.end();
  }
}

/** Connects to the first server that accepts a connection. */
async function connectFirst(targets: readonly number[]): Promise<Socket | undefined> {
  for (const target of targets) {
    const socket = connect({ host: '127.0.0.1', port: target, noDelay: true });
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket.on('error', () => socket.destroy());
  }
  return undefined;
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', () => resolve());
  });
}
