import { randomBytes } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

const MOST_MILLISECONDS = 10_000;

/** Begins a WebSocket connection as a browser would. Returns why it failed, or `undefined` if a server has accepted it. */
export function reachWebSocket(address: string): Promise<string | undefined> {
  const url = new URL(address);
  const isSecure = url.protocol === 'wss:';
  url.protocol = isSecure ? 'https:' : 'http:';
  const request = (isSecure ? requestHttps : requestHttp)(url, {
    timeout: MOST_MILLISECONDS,
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    },
  });
  return new Promise((resolve) => {
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(undefined);
    });
    request.on('response', (response) => {
      response.destroy();
      resolve(`the answer is HTTP ${response.statusCode ?? 0}, not a WebSocket`);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in ten seconds')));
    request.on('error', (error) => resolve(error.message));
    request.end();
  });
}
