import browser from 'webextension-polyfill';
import { fileToInject, tryAgain, PageRefusedError, type Script } from './page-script';
import { answerWithin } from './time-limit';

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
  const results = await answerWithin(tryAgain(() => run(fileToInject(file))).then(() => run({ func: call })));
  return results.map(({ frameId, result }) => ({ frameId, answer: result }));
}
