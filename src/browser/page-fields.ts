import readerFile from '../content/reader?iife';
import { readOwnPage } from './own-page';
import { injectIntoPage, type PageTarget } from './page-script';

/**
 * Reads the fields of a page. The answer is not parsed; it is `undefined` if the page is not an article. Rejects like
 * `injectIntoPage`.
 */
export async function askForFields(target: PageTarget): Promise<unknown> {
  return readOwnPage(target.tabId) ?? (await injectIntoPage(target, readerFile));
}
