import { readStored } from '../../scripts/browsers/database.ts';
import { waitFor, type BrowserSession } from '../../scripts/browsers/session.ts';

/** Sets the option that keeps the popup open after saving, for tests of what the popup then shows. */
export async function keepPopupOpen(session: BrowserSession): Promise<void> {
  const options = await session.openExtensionPage('options/index.html#popup');
  const box = '#popup input';
  await waitFor('the options', () => options.run((found) => document.querySelector(found) !== null, box));
  await options.run((found) => document.querySelector<HTMLInputElement>(found)?.click(), box);
  await waitFor('the setting', async () => {
    const [[preferences] = []] = (await readStored(options, 'preferences')) as {
      keepsPopupOpen?: boolean;
    }[][];
    return preferences?.keepsPopupOpen;
  });
  await options.close();
}
