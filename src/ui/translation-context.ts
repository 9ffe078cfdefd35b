import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type english from '../static/_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/**
 * Returns a message of `_locales` in the language of the browser. The last number among the values chooses the plural form
 * (src/news/text/message-forms.ts). Pages provide the function of src/browser.
 */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string;

export const Translation = createContext<Translate>((key) => key);

/** The translate function of the page that contains the component. */
export function useTranslate(): Translate {
  return useContext(Translation);
}
