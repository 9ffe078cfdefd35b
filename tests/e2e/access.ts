import type { View } from '../../scripts/browsers/session.ts';

/** The part of the extension API that is asked here; both browsers have it under `chrome`. */
interface ExtensionApi {
  tabs: { query: (query: object) => Promise<{ id: number }[]> };
  scripting: {
    executeScript: (script: object) => Promise<{ result?: unknown }[]>;
  };
}

/** Firefox keeps the page's own window apart from the one that our programs see. */
interface ExtensionWindow {
  chrome: ExtensionApi;
  wrappedJSObject?: ExtensionWindow;
}

/** Has a page of the extension try to run a script in each tab of a website; gives the addresses of those that let it. */
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
