import type { View } from '../../scripts/browsers/session.ts';

/** The part of the extension API that the test calls. Both browsers have it under `chrome`. */
interface ExtensionApi {
  tabs: { query: (query: object) => Promise<{ id: number }[]> };
  scripting: {
    executeScript: (script: object) => Promise<{ result?: unknown }[]>;
  };
}

/** In Firefox, the page's own window differs from the one that our programs see. */
interface ExtensionWindow {
  chrome: ExtensionApi;
  wrappedJSObject?: ExtensionWindow;
}

/**
 * Makes a page of the extension try to run a script in each tab with a website. Returns the addresses of the tabs where this
 * worked.
 */
export function tryToReadTabs(page: View): Promise<string[]> {
  return page.run(async () => {
    const seen = window as unknown as ExtensionWindow;
    const { tabs, scripting } = (seen.wrappedJSObject ?? seen).chrome;
    const answers = await Promise.allSettled(
      (await tabs.query({})).map(({ id }) =>
        scripting.executeScript({ target: { tabId: id }, func: () => location.href }),
      ),
    );
    return answers
      .flatMap((answer) => (answer.status === 'fulfilled' ? String(answer.value[0]?.result) : []))
      .filter((address) => address.startsWith('http'));
  });
}
