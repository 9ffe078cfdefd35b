import browser from 'webextension-polyfill';
import { answerWithin } from './time-limit';

/** No script ran: the browser did not let it, or the page stopped it. */
export class PageRefusedError extends Error {
  override readonly name = 'PageRefusedError';
}

/** Where a script runs: a tab, and in it the frame of that id; 0 is the page itself. */
export interface PageTarget {
  tabId: number;
  frameId?: number;
}

/**
 * Injects one of our files into the isolated world of a frame, at once even while the page loads, then calls `call`
 * there and gives its answer, unparsed. The leading slash matters: without it Firefox resolves against the calling page.
 * Rejects with a `PageRefusedError` or what the browser says where no script may run, `NoAnswerError` after 1.5 s.
 */
export async function runInPage<Args extends unknown[]>(
  { tabId, frameId = 0 }: PageTarget,
  file: string,
  call: (...args: Args) => unknown,
  args: Args,
): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  return answerWithin(
    (async () => {
      await browser.scripting.executeScript({ target, files: [`/${file}`], injectImmediately: true });
      const [answer] = await browser.scripting.executeScript({
        target,
        func: call,
        args,
        injectImmediately: true,
      });
      // On some of its own pages Firefox does not refuse: it answers with `[null]`.
      if (!answer || answer.error !== undefined)
        throw new PageRefusedError('No script ran in the page', { cause: answer?.error });
      return answer.result;
    })(),
  );
}
