import browser from 'webextension-polyfill';

/** The version of Clipsheet that runs. */
export function readVersion(): string {
  return browser.runtime.getManifest().version;
}
