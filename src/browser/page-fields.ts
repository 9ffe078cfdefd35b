import readerFile from '../content/reader?iife';
import { injectIntoPage, type PageTarget } from './page-script';

/**
 * Has a page read its fields: the answer is unparsed, `undefined` where the page is no article. Rejects like
 * `injectIntoPage`.
 */
export async function askForFields(target: PageTarget): Promise<unknown> {
  return injectIntoPage(target, readerFile);
}
