import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { directoryPartOf, directoryPartSchema, type DirectoryPart } from '../news/outlets/directory';

/** The part of the outlet directory that may know an address; empty where there is none. */
export async function loadDirectoryPart(address: string): Promise<DirectoryPart> {
  const part = directoryPartOf(address);
  if (part === undefined || !/^[a-z\d]$/u.test(part)) return {};
  try {
    const answer = await fetch(browser.runtime.getURL(`outlets/${part}.json`));
    return v.parse(v.fallback(directoryPartSchema, {}), await answer.json());
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return {}; // no outlet begins with this letter
    throw error;
  }
}
