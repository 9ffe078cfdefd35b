import browser from 'webextension-polyfill';
import type english from '../static/_locales/en/messages.json';

/** A message of `_locales` in the language of the browser. */
export function translate(key: keyof typeof english, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
