import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NO_FAULTS, startProxy, type FaultyProxy } from '../../scripts/hub/proxy';

let echo: Server;
let proxy: FaultyProxy;
const seen: Buffer[] = [];

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => socket.destroy()).pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const dead = 1; // nothing listens there
  const target = (echo.address() as AddressInfo).port;
  proxy = await startProxy({ targets: [dead, target], watch: (piece) => seen.push(piece) });
});

afterEach(async () => {
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
  seen.length = 0;
});

/** Sends one piece and returns what comes back before the connection ends, or until `wanted` bytes have come. */
function send(piece: string, wanted = Infinity): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect({ host: '127.0.0.1', port: proxy.port });
    socket.on('data', (data) => {
      received += data.toString();
      if (received.length >= wanted) socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(received));
    socket.write(piece);
  });
}

it('a proxy without faults passes everything on, to the first server that answers, and shows it', async () => {
  expect(await send('a'.repeat(100_000), 100_000)).toBe('a'.repeat(100_000));
  expect(Buffer.concat(seen).length).toBe(200_000);
});

it('a delay changes nothing in what arrives', async () => {
  proxy.setFaults({ delay: 5 });
  expect(await send('in order', 8)).toBe('in order');
});

it.each([
  ['cut' as const, ''],
  ['halve' as const, ''],
])('a proxy that should %s ends the connection', async (fault, received) => {
  proxy.setFaults({ [fault]: 1 });
  expect(await send('12345678')).toBe(received);
  expect(proxy.count[fault]).toBeGreaterThan(0);
});

it('a proxy that should duplicate passes a piece on twice in each direction', async () => {
  proxy.setFaults({ duplicate: 1 });
  expect(await send('ab', 8)).toBe('abababab');
});

it('a network that is gone refuses connections, and serves them when it is back', async () => {
  proxy.goOffline(true);
  expect(await send('x')).toBe('');
  proxy.goOffline(false);
  proxy.setFaults(NO_FAULTS);
  expect(await send('x', 1)).toBe('x');
});

it('all open connections can be cut at once', async () => {
  const pending = send('kept open');
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  proxy.cutAll();
  await pending;
});
