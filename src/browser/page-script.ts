import browser, { type Scripting } from 'webextension-polyfill';
import { answerWithin } from './time-limit';

/** No script ran: the browser did not allow it, or the page prevented it. */
export class PageRefusedError extends Error {
  override readonly name = 'PageRefusedError';
}

/** Where a script runs: a tab, and the id of a frame in it; 0 is the top frame. */
export interface PageTarget {
  tabId: number;
  frameId?: number;
}

/**
 * Injects one of our files into the isolated world of a frame, immediately even if the page is loading, and returns the value
 * of its last statement, unparsed. Rejects with a `PageRefusedError`, or with the browser's error, if no script may run, and
 * with a `NoAnswerError` after 1.5 s.
 */
export async function injectIntoPage(target: PageTarget, file: string): Promise<unknown> {
  return answerWithin(tryAgain(() => executeScript(target, fileToInject(file))));
}

/** Injects a file, calls `call` there and returns its answer, unparsed. Rejects like `injectIntoPage`, after `limit` milliseconds. */
export async function runInPage<Args extends unknown[]>(
  target: PageTarget,
  file: string,
  call: (...args: Args) => unknown,
  args: Args,
  limit?: number,
): Promise<unknown> {
  return answerWithin(
    tryAgain(() => executeScript(target, fileToInject(file))).then(() =>
      executeScript(target, { func: call, args }),
    ),
    limit,
  );
}

/** How long after a refusal a file is injected again, in milliseconds. */
const RETRY_AFTER = 50;

/**
 * A click or a shortcut permits our scripts to run, but a page of Chromium that is busy may learn of the permission only after it has
 * refused the script. So what is refused is tried once more.
 */
export async function tryAgain<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    return work();
  }
}

export type Script = Pick<Scripting.ScriptInjection, 'files' | 'func' | 'args' | 'injectImmediately'>;

/** The leading slash is necessary: without it, Firefox resolves the path relative to the calling page. */
export function fileToInject(file: string): Script {
  return { files: [`/${file}`] };
}

/** Rejects with a `PageRefusedError`, or with the browser's error, if no script may run. */
export async function executeScript({ tabId, frameId = 0 }: PageTarget, script: Script): Promise<unknown> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    injectImmediately: true,
    ...script,
  });
  // On some of its own pages, Firefox does not reject but answers with `[null]`.
  if (!answer || answer.error !== undefined)
    throw new PageRefusedError('No script ran', { cause: answer?.error });
  return answer.result;
}
