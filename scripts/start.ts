/** `npm start [chromium|firefox]`: opens a browser with Clipsheet on your screen, with pages to try it on. */
import { resolve } from 'node:path';
import { ensureBrowsers } from './browsers/ensure.ts';
import { openBrowser } from './browsers/open.ts';
import { NEWS_STAND } from './samples/articles.ts';
import { serveSamples } from './samples/server.ts';

const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error('This machine has no screen to open a browser on. “npm run demo” works without one.');
  process.exit(1);
}
ensureBrowsers(browser);
const server = await serveSamples([resolve('samples')]);
const session = await openBrowser(browser, { proxyPort: server.port, visible: true });
await session.openTab(NEWS_STAND);
console.log('Clipsheet is in the toolbar (behind the puzzle piece). Close the browser to end.');
await session.waitUntilClosed();
await session.close();
await server.close();
