import readerFile from '../content/reader?iife';
import { executeScript, fileToInject, type PageTarget } from './page-script';

/**
 * Reads the fields of a page once it has loaded. The answer is like that of `askForFields`. Rejects if the page is unloaded
 * first, and never settles if the page never finishes loading.
 */
export async function askForFieldsOnceLoaded(target: PageTarget): Promise<unknown> {
  return executeScript(target, { ...fileToInject(readerFile), injectImmediately: false });
}
