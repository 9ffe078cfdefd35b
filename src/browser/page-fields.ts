import readerFile from '../content/reader?iife';
import { runInPage, type PageTarget } from './page-script';

/**
 * Has a page read its fields: the answer is unparsed, `undefined` where the page is no article. Rejects like `runInPage`.
 */
export async function askForFields(target: PageTarget): Promise<unknown> {
  return runInPage(target, readerFile, readDocument, []);
}

/** Runs in the page. What a browser shows in a viewer of its own (PDF, pictures, JSON) has no words that we could read. */
function readDocument(): unknown {
  return /html|xml|^text\/plain/u.test(document.contentType)
    ? globalThis.clipsheetReader.readPage()
    : undefined;
}
