import { resolve } from 'node:path';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { openBrowser, type Sessions } from '../../scripts/browsers/open.ts';
import type { BrowserSession, SessionOptions } from '../../scripts/browsers/session.ts';
import { serveSamples, type Responder } from '../../scripts/samples/server.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** A browser with Clipsheet, and the pages to read: the samples, and those of `tests/e2e/pages`. */
export interface Newsroom<Session extends BrowserSession = BrowserSession> {
  readonly session: Session;
  /** The addresses that the browser has requested, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function openNewsroom<Name extends BrowserName>(
  browser: Name,
  options: Omit<SessionOptions, 'proxyPort'> & { responders?: Readonly<Record<string, Responder>> } = {},
): Promise<Newsroom<Sessions[Name]>> {
  const { responders, ...sessionOptions } = options;
  const server = await serveSamples([resolve('samples'), resolve('tests/e2e/pages')], responders);
  const session = await openBrowser(browser, { ...sessionOptions, proxyPort: server.port });
  return {
    session,
    requests: server.requests,
    close: async () => {
      await session.close();
      await server.close();
    },
  };
}
