import type { BrowserName } from './find.ts';

/** A document a person looks at: a page in a tab, the popup, the desk. */
export interface View {
  /** Runs a function in the document and gives what it returns, as JSON. It must use nothing from outside itself. */
  run<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Types text, as a person does, where the focus is. */
  type(text: string): Promise<void>;
  /** Presses keys together: `Enter`, `Control+Enter`, `Shift+Tab`. */
  press(keys: string): Promise<void>;
  /** Clicks in the middle of the first element that the selector finds. */
  click(selector: string): Promise<void>;
  /** A PNG of what is shown. */
  takePicture(): Promise<Buffer>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** 1 is the usual size, 2 is 200 %. */
  setZoom(factor: number): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** A page in a tab, which can be brought to the front and has a context menu. */
export interface TabView extends View {
  address(): Promise<string>;
  goTo(address: string): Promise<void>;
  /** Loads the page again. */
  reload(): Promise<void>;
  bringToFront(): Promise<void>;
  /** Moves the mouse to a point of what is shown, in CSS pixels; it stays there. */
  moveMouse(point: Point): Promise<void>;
  /** Presses the left button where the mouse is, and holds it: what is under it is dragged as the mouse moves. */
  holdMouse(): Promise<void>;
  releaseMouse(): Promise<void>;
  /** Makes the page that of a hand-held screen: 360 CSS pixels wide, with fingers and no mouse. */
  holdInHand(): Promise<void>;
  /** Puts a finger on a point of what is shown, or moves the one that is there; it stays. */
  touch(point: Point): Promise<void>;
  liftFinger(): Promise<void>;
  /** Clicks on a point of what is shown, with the left button. */
  clickAt(point: Point): Promise<void>;
  /** Double-clicks on a point, or where a right click on the selector would go: it selects a word, in a frame or a text field too. */
  doubleClick(target: string | Point): Promise<void>;
  /** What was put on the clipboard; asked of a page of the extension in front. */
  readClipboard(type: 'text/plain' | 'text/html'): Promise<string>;
  /**
   * Runs a function, as `run` does, on the notice's shadow root, which is closed to the page. Gives nothing when the page
   * shows no notice.
   */
  runInNotice<R>(work: (root: ShadowRoot) => R): Promise<R | undefined>;
}

/** The page that opens after the installation. */
export const WELCOME_PAGE = 'options/welcome.html';

/** CSS pixels: what a page of ours is to fit. */
export const HAND_WIDTH = 360;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a person does with a browser that has Clipsheet in it. */
export interface BrowserSession {
  readonly browser: BrowserName;
  /** Whether the browser has a screen, real or Xvfb: Chromium's own menus and shortcuts need one. */
  readonly hasScreen: boolean;
  /** Adds Clipsheet when the session was opened without, or updates it when its folder holds another version. */
  install(): Promise<void>;
  /** Opens an address in a new tab, in front, and waits until it has loaded (`wait: false`: only until it is there). */
  openTab(address: string, options?: { wait?: boolean }): Promise<TabView>;
  /** Opens a page of the extension, as `desk/index.html`, in a new tab. */
  openExtensionPage(path: string): Promise<TabView>;
  /** The tabs that show the extension's pages, without the popup. */
  extensionTabs(): Promise<TabView[]>;
  /** Clicks Clipsheet's button in the toolbar over the tab in front; gives the popup. */
  clickToolbarButton(): Promise<View>;
  /** Presses Alt+Shift+K; gives the popup. */
  pressShortcut(): Promise<View>;
  /** Presses Alt+Shift+Q over the tab in front: what is selected there is clipped. */
  pressQuoteShortcut(): Promise<void>;
  /** The popup, when it opens by itself. */
  waitForPopup(): Promise<View>;
  /** Clicks beside the popup, into the page. */
  clickAway(): Promise<void>;
  /** Right-clicks the middle of the selector's element, or of the selection, and chooses the item of Clipsheet. */
  chooseFromMenu(tab: TabView, target: MenuTarget): Promise<void>;
  /** Ends the background page or worker, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Kills the browser (SIGKILL); its profile stays. */
  kill(): Promise<void>;
  /** Waits until the person closes the browser. */
  waitUntilClosed(): Promise<void>;
  /** Closes the browser, if it is open, and removes a profile which the session made itself. */
  close(): Promise<void>;
}

/**
 * What is right-clicked: an element, what is selected in an element (a frame, a field) or at a point (a viewer that no
 * script reaches), or the page's own selection.
 */
export type MenuTarget =
  { readonly selector: string } | { readonly selected: string } | { readonly point: Point } | 'selection';

/** As arguments for `pointToClick`. */
export function selectorOf(target: MenuTarget): [selector?: string] {
  if (target === 'selection' || 'point' in target) return [];
  return ['selector' in target ? target.selector : target.selected];
}

export interface SessionOptions {
  /** Folder of the built extension. Default: `dist/chrome` or `dist/firefox`. */
  readonly extension?: string;
  /** Port of the HTTP proxy that serves all pages. */
  readonly proxyPort: number;
  /** Folder of the profile. Default: a temporary one. */
  readonly profile?: string;
  /** Default: true. */
  readonly install?: boolean;
  /** Whether the page that opens after the installation stays open. Default: false. */
  readonly keepsWelcome?: boolean;
  /** Whether Chromium lets the extension into Incognito windows. Default: false. */
  readonly isAllowedInIncognito?: boolean;
  /** More words for the command line of Chromium. */
  readonly chromiumArguments?: readonly string[];
  /** Shows itself on the person's own screen. Default: false. */
  readonly visible?: boolean;
}

/** Waits until `check` gives something; asks again every 25 ms, for 10 s unless told otherwise. */
export async function waitFor<T>(
  what: string,
  check: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  timeLimit = 10_000,
): Promise<T> {
  const end = Date.now() + timeLimit;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false && found !== null) return found;
    if (Date.now() > end) throw new Error(`Waited ${timeLimit / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The function as a program text; arguments go as JSON. Some compilers call a `__name` of theirs in it, which no page has. */
export function programOf(work: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(() => { const __name = (work) => work; return (${work.toString()})(...${JSON.stringify(args)}); })()`;
}
