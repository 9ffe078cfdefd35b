import browser, { type Scripting } from 'webextension-polyfill';
import { answerWithin } from './time-limit';

/** No script ran: the browser did not allow it, or the page prevented it. */
class PageRefusedError extends Error {
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
  return answerWithin(injectFile(() => executeScript(target, fileToInject(file))));
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
    injectFile(() => executeScript(target, fileToInject(file))).then(() =>
      executeScript(target, { func: call, args }),
    ),
    limit,
  );
}

/** Like `runInPage`, in each frame of a tab that the browser lets us read. */
export async function runInFrames(
  tabId: number,
  file: string,
  call: () => unknown,
): Promise<{ frameId: number; answer: unknown }[]> {
  const target = { tabId, allFrames: true };
  const run = async (script: Script) => {
    const results = await browser.scripting.executeScript({ target, injectImmediately: true, ...script });
    // Of several frames, Chromium leaves out those that refuse.
    if (!results.some(({ frameId }) => frameId === 0)) throw new PageRefusedError('No script ran');
    return results;
  };
  const results = await answerWithin(
    injectFile(() => run(fileToInject(file))).then(() => run({ func: call })),
  );
  return results.map(({ frameId, result }) => ({ frameId, answer: result }));
}

/** Like `injectIntoPage`, but once the page has loaded, however long that takes. */
export async function injectOnceLoaded(target: PageTarget, file: string): Promise<unknown> {
  return executeScript(target, { ...fileToInject(file), injectImmediately: false });
}

/** How long after a refusal a file is injected again, in milliseconds. */
const RETRY_AFTER = 50;

/**
 * A click or a shortcut permits our scripts to run, but a page of Chromium that is busy may learn of the permission only after it has
 * refused the script. So what is refused is tried once more.
 */
async function injectFile<Answer>(inject: () => Promise<Answer>): Promise<Answer> {
  try {
    return await inject();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    return inject();
  }
}

type Script = Pick<Scripting.ScriptInjection, 'files' | 'func' | 'args' | 'injectImmediately'>;

/** The leading slash is necessary: without it, Firefox resolves the path relative to the calling page. */
function fileToInject(file: string): Script {
  return { files: [`/${file}`] };
}

async function executeScript({ tabId, frameId = 0 }: PageTarget, script: Script): Promise<unknown> {
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
