import { createContext } from 'preact';
import type { MessageKey } from '../../src/ui/translation-context';

/**
 * The name of the menu item that clips a selection, which differs between browsers. The page provides the name from src/browser.
 */
export const QuoteMenuItem = createContext<MessageKey>('menuClipQuoteOrLink');
