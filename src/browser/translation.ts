import browser from 'webextension-polyfill';
import { fillMessage } from '../news/text/message-forms';
import type english from '../static/_locales/en/messages.json';

/**
 * A message of `_locales` in the language of the browser. The last number among the values chooses the plural form; `fillMessage` puts
 * the values in, because browsers know no plural forms.
 */
export function translate(key: keyof typeof english, ...values: (string | number)[]): string {
  const placeholders = values.map((_, index) => `$${index + 1}`);
  const message = browser.i18n.getMessage(key, placeholders);
  if (values.length === 0) return message;
  return fillMessage(message, values, browser.i18n.getMessage('languageOfStrings'));
}
