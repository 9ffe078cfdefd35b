import * as v from 'valibot';
import browser from 'webextension-polyfill';

/**
 * The one message there is. The notice in a page asks for the popup on its clip, or says that it is gone; the popup asks for the
 * snapshot of a page whose clip it has saved, since it may be closed before the page is read. None of them changes a clip's
 * words.
 */
const clipMessageSchema = v.object({
  clipId: v.pipe(v.string(), v.maxLength(100)),
  action: v.picklist(['open', 'gone', 'snapshot']),
  /** Of the popup's message; a notice's tab is known from its sender. */
  tabId: v.exactOptional(v.number()),
});

export interface ClipMessage {
  clipId: string;
  action: 'open' | 'gone' | 'snapshot';
  tabId: number;
}

/**
 * The message, if it is one and comes from us: from a notice in a tab, or from one of our pages. Only those may name a
 * tab. Anything else is `undefined`.
 */
export function parseClipMessage(
  message: unknown,
  sender: browser.Runtime.MessageSender,
): ClipMessage | undefined {
  const parsed = v.safeParse(clipMessageSchema, message);
  if (sender.id !== browser.runtime.id || !parsed.success) return undefined;
  const isOurPage = sender.url?.startsWith(browser.runtime.getURL('')) === true;
  const tabId = isOurPage ? parsed.output.tabId : sender.tab?.id;
  const { clipId, action } = parsed.output;
  return tabId === undefined || (action === 'snapshot') !== isOurPage ? undefined : { clipId, action, tabId };
}

/** Asks the worker to keep the text of the page that a clip was made from. Resolves as soon as the worker has it. */
export async function requestSnapshot(clipId: string, tabId: number): Promise<void> {
  await browser.runtime.sendMessage({ clipId, action: 'snapshot', tabId } satisfies ClipMessage);
}
