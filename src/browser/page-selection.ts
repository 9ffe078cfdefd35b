import * as v from 'valibot';
import quoteFile from '../content/quote-reader?iife';
import { runInFrames } from './frame-script';

const selectedTextSchema = v.object({ text: v.string(), isFocused: v.boolean() });

/** What is selected in a tab, and the frame that holds it. */
export interface TabSelection {
  frameId: number;
  text: string;
}

/**
 * Finds the frame of a tab that holds the selection: the one with the focus where several do. `undefined` where nothing is
 * selected. Rejects like `runInPage` where no script may run.
 */
export async function findSelection(tabId: number): Promise<TabSelection | undefined> {
  const answers = await runInFrames(tabId, quoteFile, () => globalThis.clipsheetQuotes.readSelectedText());
  const selections = answers.flatMap(({ frameId, answer }) => {
    const parsed = v.safeParse(selectedTextSchema, answer);
    return parsed.success && parsed.output.text.trim() !== '' ? [{ frameId, ...parsed.output }] : [];
  });
  const found = selections.find(({ isFocused }) => isFocused) ?? selections[0];
  return found && { frameId: found.frameId, text: found.text };
}
