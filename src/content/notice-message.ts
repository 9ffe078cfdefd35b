/** `open`: show the clip in the popup. `gone`: the notice is no longer visible. */
export type NoticeAction = 'open' | 'gone';

/** The only function of the extension API that is needed here. It returns a promise in both browsers. */
interface ExtensionApi {
  runtime: { sendMessage: (message: { clipId: string; action: NoticeAction }) => Promise<unknown> };
}

/**
 * Tells the worker what happened to a notice. Rejects if there is no answer: the extension was updated after the notice was
 * shown, or the worker failed.
 */
export async function sendClipMessage(message: { clipId: string; action: NoticeAction }): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  // An element of the page with the id `browser` is a property of the window, too, but not an own one.
  const api = Object.hasOwn(globalThis, 'browser') ? browser : undefined;
  await (api ?? chrome).runtime.sendMessage(message);
}
