import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

/** Answers one request; the address includes the host name. */
export type Responder = (address: URL, response: ServerResponse) => void | Promise<void>;

export interface SampleServer {
  /** The port on 127.0.0.1. */
  readonly port: number;
  /** The requested addresses, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves files from folders named after hosts: `http://www.a.example/world/x` is `www.a.example/world/x.html` in the first of
 * `folders` that contains it. Also answers as an HTTP proxy, so that a browser configured to use it sees different host names
 * without a resolver. `responders` answer for a whole host instead of files.
 */
export async function serveSamples(
  folders: readonly string[],
  responders: Readonly<Record<string, Responder>> = {},
): Promise<SampleServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    void answer(folders, responders, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  folders: readonly string[],
  responders: Readonly<Record<string, Responder>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const responder = responders[address.hostname];
  if (responder !== undefined) return responder(address, response);
  const file = await findFile(folders, address);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  const type = TYPES[extname(file.path)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(file.content);
}

async function findFile(folders: readonly string[], address: URL) {
  const path = normalize(join('/', address.hostname, decodeURIComponent(address.pathname)));
  const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
  for (const folder of folders)
    for (const name of names) {
      const content = await readIfThere(join(folder, name));
      if (content !== undefined) return { path: name, content };
    }
  return undefined;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
