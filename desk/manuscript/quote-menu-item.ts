import { createContext } from 'preact';
import type { MessageKey } from '../../src/ui/translation-context';

/** The item that clips a selection, as this browser's menu names it. The page provides what src/browser says. */
export const QuoteMenuItem = createContext<MessageKey>('menuClipQuoteOrLink');
