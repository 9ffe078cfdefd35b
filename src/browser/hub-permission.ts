import browser from 'webextension-polyfill';

/** What Firefox asks about before clips go to a hub. Other browsers do not know this. */
const COLLECTED = { data_collection: ['browsingActivity' as const, 'websiteContent' as const] };

/**
 * Asks the user whether this extension may connect to the hub. To be called in the task of a click. A hub on the same computer needs no
 * permission.
 */
export function requestHub(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  const origins = protocol === 'wss:' ? [`wss://${hostname}/*`] : [];
  const asked = isFirefox() ? { origins, ...COLLECTED } : { origins };
  if (origins.length === 0 && !isFirefox()) return Promise.resolve(true);
  return browser.permissions.request(asked);
}

/** The hub is no longer used. */
export async function forgetHub(address: string): Promise<void> {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'wss:') await browser.permissions.remove({ origins: [`wss://${hostname}/*`] });
}

function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}
