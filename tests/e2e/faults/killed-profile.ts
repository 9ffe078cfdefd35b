import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BrowserName } from '../../../scripts/browsers/find.ts';
import { openBrowser } from '../../../scripts/browsers/open.ts';
import { byRightClick } from '../../../scripts/faults/analyst.ts';
import { answerArticle, ARTICLE_HOST } from '../../../scripts/faults/articles.ts';
import { Ledger } from '../../../scripts/faults/ledger.ts';
import { serveSamples } from '../../../scripts/samples/server.ts';

/** A profile with three clips whose browser was killed, and what opens it again. */
export async function killedProfile(browser: BrowserName) {
  const profile = await mkdtemp(join(tmpdir(), 'clipsheet-torn-'));
  const server = await serveSamples([], { [ARTICLE_HOST]: answerArticle });
  onTestFinished(async () => {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  const open = () => openBrowser(browser, { proxyPort: server.port, profile });
  const session = await open();
  const ledger = new Ledger();
  for (const article of [1, 2, 3]) await byRightClick(session, ledger, article);
  await session.kill();
  return { profile, open, ledger };
}
