import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSignIn } from '../../../scripts/hub/settings';
import { openTestBrowser } from '../../../scripts/sync/machines';
import { servePages, type PageServer } from '../../../scripts/sync/page-server';
import { printHubCode } from '../../../src/sync/codes';

/** https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
function acceptWebSocket(socket: Socket, key: string): void {
  const accepted = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`,
  );
}

/** The beginning of a message of 256 MB. */
const ENDLESS = Buffer.from([0x82, 127, 0, 0, 0, 0, 0x10, 0, 0, 0, 1, 2, 3]);

const HUBS: Record<string, (socket: Socket, key: string) => void> = {
  'accepts the connection and falls silent': acceptWebSocket,
  'begins an endless message': (socket, key) => {
    acceptWebSocket(socket, key);
    socket.write(ENDLESS);
  },
  'never answers': () => undefined,
};

let pages: PageServer;
const servers: Server[] = [];

/** A hub code for a server that does this as soon as a browser asks for a WebSocket. */
async function codeOf(act: (socket: Socket, key: string) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => act(socket, /Sec-WebSocket-Key: (\S+)/iu.exec(data.toString())?.[1] ?? ''));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return printHubCode({ address, workspace: 'desk', machine: 'laptop', seed: createSignIn().seed });
}

beforeAll(async () => {
  pages = await servePages();
});
afterAll(async () => {
  for (const server of servers) server.close();
  await pages.close();
});

it.each(['chromium', 'firefox'] as const)(
  'in %s, a hub that falls silent at any point of connecting is reported as unreachable',
  async (name) => {
    const codes = await Promise.all(Object.values(HUBS).map(codeOf));
    const { browser, close } = await openTestBrowser(name);
    try {
      const page = await browser.newPage();
      await page.goto(`http://machine.localhost:${pages.port}/`);
      await page.waitForFunction('"tryHub" in globalThis');
      const problems = await page.evaluate(`Promise.all(${JSON.stringify(codes)}.map(tryHub))`);
      const expected = Object.keys(HUBS).map((hub) => [hub, 'unreachable']);
      expect(Object.keys(HUBS).map((hub, n) => [hub, (problems as string[])[n]])).toEqual(expected);
    } finally {
      await close();
    }
  },
);
