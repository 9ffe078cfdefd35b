import browser from 'webextension-polyfill';

/** The version of this extension. */
export function readVersion(): string {
  return browser.runtime.getManifest().version;
}
