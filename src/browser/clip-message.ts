import * as v from 'valibot';
import browser from 'webextension-polyfill';

/**
 * The only message. The notice in a page asks for the popup on its clip, or reports that it has gone. The popup asks for a
 * snapshot of the page whose clip it has saved, because the popup may be closed before the page is read; `saved` reports
 * a clip without such a page. No message changes the
 * text of a clip.
 */
const clipMessageSchema = v.object({
  clipId: v.pipe(v.string(), v.maxLength(100)),
  action: v.picklist(['open', 'gone', 'snapshot', 'saved']),
  /** Only in the popup's message; the tab of a notice is known from its sender. */
  tabId: v.exactOptional(v.number()),
});

export type ClipMessage = Required<v.InferOutput<typeof clipMessageSchema>>;

/**
 * Returns the message if it is valid and comes from a notice in a tab or from one of our pages. Only our pages may name a tab.
 * Returns `undefined` for everything else.
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
  return tabId === undefined || (action === 'snapshot' || action === 'saved') !== isOurPage
    ? undefined
    : { clipId, action, tabId };
}
