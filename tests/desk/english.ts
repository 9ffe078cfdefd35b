import english from '../../src/static/_locales/en/messages.json';
import type { Translate } from '../../src/ui/translation-context';

/** The English strings, put together as the browser does. */
export const translate: Translate = (key, ...substitutions) =>
  english[key].message.replace(/\$(\d)/gu, (_, number: string) => substitutions[Number(number) - 1] ?? '');
