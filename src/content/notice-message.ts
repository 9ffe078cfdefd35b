/** `open`: show the clip in the popup. `gone`: the notice is no longer shown. */
export type NoticeAction = 'open' | 'gone';

/** The one call of the extension API that is needed here; both browsers give promises. */
interface ExtensionApi {
  runtime: { sendMessage: (message: { clipId: string; action: NoticeAction }) => Promise<unknown> };
}

/**
 * Tells the worker what became of a notice. Rejects where there is no answer: the extension was updated since the notice was
 * shown, or the worker failed.
 */
export async function sendClipMessage(message: { clipId: string; action: NoticeAction }): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  // A page's element of the id `browser` is a property of the window, too, though not its own.
  const api = Object.hasOwn(globalThis, 'browser') ? browser : undefined;
  await (api ?? chrome).runtime.sendMessage(message);
}
