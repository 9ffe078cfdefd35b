import browser from 'webextension-polyfill';
import type english from '../static/_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/** A string of `_locales` in the language of the browser. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

export const translate: Translate = (key, ...substitutions) => browser.i18n.getMessage(key, substitutions);
