import browser, { type Scripting } from 'webextension-polyfill';
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
 * Injects one of our files into the isolated world of a frame, at once even while the page loads, and gives the value of
 * its last statement, unparsed. Rejects with a `PageRefusedError` or what the browser says where no script may run,
 * `NoAnswerError` after 1.5 s.
 */
export async function injectIntoPage(target: PageTarget, file: string): Promise<unknown> {
  return answerWithin(executeScript(target, fileToInject(file)));
}

/** Injects a file, then calls `call` there and gives its answer, unparsed. Rejects like `injectIntoPage`. */
export async function runInPage<Args extends unknown[]>(
  target: PageTarget,
  file: string,
  call: (...args: Args) => unknown,
  args: Args,
): Promise<unknown> {
  return answerWithin(
    executeScript(target, fileToInject(file)).then(() => executeScript(target, { func: call, args })),
  );
}

/** As `injectIntoPage`, but when the page has loaded, however long that takes. */
export async function injectOnceLoaded(target: PageTarget, file: string): Promise<unknown> {
  return executeScript(target, { ...fileToInject(file), injectImmediately: false });
}

type Script = Pick<Scripting.ScriptInjection, 'files' | 'func' | 'args' | 'injectImmediately'>;

/** The leading slash matters: without it Firefox resolves against the calling page. */
function fileToInject(file: string): Script {
  return { files: [`/${file}`] };
}

async function executeScript({ tabId, frameId = 0 }: PageTarget, script: Script): Promise<unknown> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    injectImmediately: true,
    ...script,
  });
  // On some of its own pages Firefox does not refuse: it answers with `[null]`.
  if (!answer || answer.error !== undefined)
    throw new PageRefusedError('No script ran in the page', { cause: answer?.error });
  return answer.result;
}
