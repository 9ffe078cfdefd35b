import readerFile from '../content/reader?iife';
import { injectOnceLoaded, type PageTarget } from './page-script';

/**
 * Has a page read its fields once it has loaded: the answer is like that of `askForFields`. Rejects where the page goes away
 * before; never settles where it never loads.
 */
export async function askForFieldsOnceLoaded(target: PageTarget): Promise<unknown> {
  return injectOnceLoaded(target, readerFile);
}
