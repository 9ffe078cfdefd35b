import browser from 'webextension-polyfill';
import { answerWithin } from './time-limit';

/** A document that the browser shows by itself (PDF, image, JSON viewer), or one that gave nothing back. */
export class NoArticlePageError extends Error {
  override readonly name = 'NoArticlePageError';
}

/** Where a script runs: a tab, and in it the frame of that id; 0 is the page itself. */
export interface PageTarget {
  tabId: number;
  frameId?: number;
}

/**
 * Injects one of our files into the isolated world of a frame, at once even while the page loads, then calls `call`
 * there and gives its answer, unparsed. The leading slash matters: without it Firefox resolves against the calling page.
 * Rejects with what the browser says where no script may run, `NoAnswerError` after 1.5 s.
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
      if (answer?.error !== undefined)
        throw new NoArticlePageError('The page stopped the script', { cause: answer.error });
      return answer?.result;
    })(),
  );
}
