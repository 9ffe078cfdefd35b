import { fillMessage } from '../../src/news/text/message-forms';
import english from '../../src/static/_locales/en/messages.json';
import type { Translate } from '../../src/ui/translation-context';

/** The English strings, put together as src/browser does. */
export const translate: Translate = (key, ...values) => fillMessage(english[key].message, values, 'en');
