import type { NoticeAction } from './notice-content';

/** The one call of the extension API that is needed here; both browsers give promises. */
interface ExtensionApi {
  runtime: { sendMessage: (message: { clipId: string; action: NoticeAction }) => Promise<unknown> };
}

/**
 * Asks the worker to act on a clip; gives what it says in words, if anything. Rejects where there is no answer: the
 * extension was updated since the notice was shown, or the worker failed.
 */
export async function sendClipMessage(message: {
  clipId: string;
  action: NoticeAction;
}): Promise<string | undefined> {
  const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  const answer = await (browser ?? chrome).runtime.sendMessage(message);
  return typeof answer === 'string' ? answer : undefined;
}
