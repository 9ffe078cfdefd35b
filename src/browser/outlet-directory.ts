import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { directoryPartOf, directoryPartSchema, type DirectoryPart } from '../news/outlets/directory';

const parts = new Map<string, Promise<DirectoryPart>>();

/** The part of the outlet directory that may contain an address; empty if there is none. Each part is loaded once. */
export function loadDirectoryPart(address: string | undefined): Promise<DirectoryPart> {
  const name = directoryPartOf(address);
  if (name === undefined || !/^[a-z\d]$/u.test(name)) return Promise.resolve({});
  const part = parts.get(name) ?? loadPart(name);
  parts.set(name, part);
  return part;
}

async function loadPart(name: string): Promise<DirectoryPart> {
  try {
    const answer = await fetch(browser.runtime.getURL(`outlets/${name}.json`));
    return v.parse(v.fallback(directoryPartSchema, {}), await answer.json());
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return {}; // no outlet's name begins with this letter
    throw error;
  }
}
