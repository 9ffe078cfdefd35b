import type { BrowserName } from './find.ts';

/** A document that a user sees: a page in a tab, the popup, or the desk. */
export interface View {
  /**
   * Runs a function in the document and returns its result, passed as JSON. The function must not use anything defined outside
   * itself.
   */
  run<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Types text where the focus is, as a user does. */
  type(text: string): Promise<void>;
  /** Presses keys together: `Enter`, `Control+Enter`, `Shift+Tab`. */
  press(keys: string): Promise<void>;
  /** Clicks the middle of the first element that matches the selector. */
  click(selector: string): Promise<void>;
  /** A PNG of the visible part. */
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
  /** Moves the mouse to a point of the visible part, in CSS pixels. It stays there. */
  moveMouse(point: Point): Promise<void>;
  /** Presses the left button where the mouse is, and holds it, so that the element there is dragged when the mouse moves. */
  holdMouse(): Promise<void>;
  releaseMouse(): Promise<void>;
  /** Emulates a handheld device: a screen 360 CSS pixels wide, with touch and without a mouse. */
  holdInHand(): Promise<void>;
  /** Puts a finger on a point of the visible part, or moves the finger that is there. It stays down. */
  touch(point: Point): Promise<void>;
  liftFinger(): Promise<void>;
  /** Clicks a point of the visible part with the left button. */
  clickAt(point: Point): Promise<void>;
  /**
   * Double-clicks a point, or the place that a right click on the selector would hit. This selects a word, also in a frame or a
   * text field.
   */
  doubleClick(target: string | Point): Promise<void>;
  /** Prints the page as the browser's menu does, and returns the PDF. */
  print(): Promise<Buffer>;
  /** The content of the clipboard, read by a page of the extension that is in front. */
  readClipboard(type: 'text/plain' | 'text/html'): Promise<string>;
  /**
   * Like `run`, but for the notice's shadow roots, which are closed to the page: that with the button, and that with the words. Returns nothing if
   * the page shows no notice.
   */
  runInNotice<R>(work: (cover: ShadowRoot, words: ShadowRoot) => R): Promise<R | undefined>;
}

/** The page that opens after the installation. */
export const WELCOME_PAGE = 'options/welcome.html';

/** The width that our pages must fit into, in CSS pixels. */
export const HAND_WIDTH = 360;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The actions of a user in a browser with Clipsheet. */
export interface BrowserSession {
  readonly browser: BrowserName;
  /** Whether the browser has a real or virtual screen, which Chromium's own menus and shortcuts need. */
  readonly hasScreen: boolean;
  /** Installs Clipsheet if the session was opened without it, or updates it if its folder contains another version. */
  install(): Promise<void>;
  /** Opens an address in a new tab in front, and waits until it has loaded (`wait: false`: only until the tab exists). */
  openTab(address: string, options?: { wait?: boolean }): Promise<TabView>;
  /** Opens a page of the extension in a new tab, for example `desk/index.html`. */
  openExtensionPage(path: string): Promise<TabView>;
  /** The tabs with pages of the extension, without the popup. */
  extensionTabs(): Promise<TabView[]>;
  /** Clicks Clipsheet's toolbar button in the tab in front. Returns the popup. */
  clickToolbarButton(): Promise<View>;
  /** Presses Alt+Shift+K. Returns the popup. */
  pressShortcut(): Promise<View>;
  /** Presses Alt+Shift+Q in the tab in front, which clips the selection. */
  pressQuoteShortcut(): Promise<void>;
  /** Waits for a popup that opens by itself. */
  waitForPopup(): Promise<View>;
  /** Clicks the page beside the popup. */
  clickAway(): Promise<void>;
  /** Right-clicks the middle of the selector's element, or the selection, and chooses Clipsheet's item. */
  chooseFromMenu(tab: TabView, target: MenuTarget): Promise<void>;
  /** Ends the background page or worker, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Kills the browser (SIGKILL). Its profile remains. */
  kill(): Promise<void>;
  /** Waits until the user closes the browser. */
  waitUntilClosed(): Promise<void>;
  /** Closes the browser if it is open, and removes the profile if the session created it. */
  close(): Promise<void>;
}

/**
 * The target of a right click: an element; the selection in an element (a frame, a field); the selection at a point (in a viewer
 * that scripts cannot reach); or the page's own selection.
 */
export type MenuTarget =
  { readonly selector: string } | { readonly selected: string } | { readonly point: Point } | 'selection';

/** Converted to the arguments of `pointToClick`. */
export function selectorOf(target: MenuTarget): [selector?: string] {
  if (target === 'selection' || 'point' in target) return [];
  return ['selector' in target ? target.selector : target.selected];
}

export interface SessionOptions {
  /** The folder of the built extension. Default: `dist/chrome` or `dist/firefox`. */
  readonly extension?: string;
  /** The port of the HTTP proxy that serves all pages. */
  readonly proxyPort: number;
  /** The folder of the profile. Default: a temporary one. */
  readonly profile?: string;
  /** Default: true. */
  readonly install?: boolean;
  /** Whether the page that opens after the installation stays open. Default: false. */
  readonly keepsWelcome?: boolean;
  /** Whether Chromium lets the extension into Incognito windows. Default: false. */
  readonly isAllowedInIncognito?: boolean;
  /** Additional arguments for the command line of Chromium. */
  readonly chromiumArguments?: readonly string[];
  /** Uses the user's own screen. Default: false. */
  readonly visible?: boolean;
}

/** Waits until `check` returns a value. Asks every 25 ms, by default for 10 s. */
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

/**
 * The function as the text of a program, with its arguments as JSON. Some compilers insert calls of a function `__name`, which
 * pages do not have, so the program defines it.
 */
export function programOf(work: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(() => { const __name = (work) => work; return (${work.toString()})(...${JSON.stringify(args)}); })()`;
}
