import { call, get } from '../reading/dom/node-property';
import {
  buildNotice,
  createOwnElement,
  writeMessage,
  writeSaved,
  type NoticeContent,
  type NoticeParts,
} from './notice-content';
import { NOTICE_STYLE } from './notice-style';

/** How long a notice stays by default, and at most, in milliseconds. */
const STAY = 6_000;
const LONGEST_STAY = 60_000;
/** Screen readers announce a live region if its text is added a moment after the region itself. */
const BEFORE_WORDS = 50;

type Timer = ReturnType<typeof setTimeout>;

/**
 * A notice in the page, in the browser's top layer, so that the page's dialogs do not cover it. It disappears by itself, on its
 * button, and on Escape if it has the focus. While it is hovered or focused it stays, for at most a minute. Its button only
 * opens a page of ours, so that a click into which a page has tricked a user changes nothing. Afterwards nothing of it is left
 * in the page.
 */
export class NoticeBox {
  readonly #notice: NoticeContent;
  readonly #parts: NoticeParts;
  readonly #host: HTMLDivElement;
  readonly #words: Timer;
  readonly #latest: Timer;
  #leaving: Timer | undefined;
  #focusBefore: HTMLElement | undefined;
  #isAsked = false;

  constructor(document: Document, notice: NoticeContent) {
    this.#notice = notice;
    this.#parts = buildNotice(document, notice);
    this.#host = mountHost(document, this.#parts);
    this.#words = setTimeout(() => this.#speak(), BEFORE_WORDS);
    this.#latest = setTimeout(() => this.#close(), LONGEST_STAY);
    this.#listen();
    if ('clipId' in notice) this.#leaveSoon(); // an error stays until the user has read it
  }

  /** Removes the notice from the page without telling the worker, because another notice takes its place. */
  remove(): void {
    const hadFocus = this.#parts.cover.matches(':focus-within');
    for (const timer of [this.#words, this.#leaving, this.#latest]) clearTimeout(timer);
    this.#host.remove();
    const before = this.#focusBefore;
    if (hadFocus && before) call(before, 'focus', { preventScroll: true });
  }

  /** Removes the notice from the page and tells the worker. */
  #close(): void {
    this.remove();
    if ('clipId' in this.#notice)
      sendClipMessage({ clipId: this.#notice.clipId, action: 'gone' }).catch((error: unknown) => {
        console.debug('Clipsheet: the notice', error); // the extension was updated in the meantime, and the button with it
      });
  }

  #speak(): void {
    const { status } = this.#parts;
    if ('problem' in this.#notice) writeMessage(status, this.#notice.problem);
    else writeSaved(status, this.#notice);
  }

  #listen(): void {
    const { cover, button } = this.#parts;
    onPerson(button, 'click', () => void this.#press());
    onPerson(cover, 'keydown', ({ key }) => {
      if (key === 'Escape') this.#close();
    });
    onPerson(cover, 'focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !cover.contains(relatedTarget))
        this.#focusBefore = relatedTarget;
    });
    onPerson(cover, 'focusout', () => this.#leaveSoon());
    onPerson(cover, 'pointerleave', () => this.#leaveSoon());
  }

  #leaveSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      if (!this.#parts.cover.matches(':hover, :focus-within')) this.#close();
    }, STAY);
  }

  /** Opens the clip and removes the notice; shows a message if no worker answers. For an error, only removes the notice. */
  async #press(): Promise<void> {
    if ('problem' in this.#notice) {
      this.#close();
      return;
    }
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { clipId, strings } = this.#notice;
    try {
      await sendClipMessage({ clipId, action: 'open' });
      this.#close();
    } catch (error) {
      console.debug('Clipsheet: the notice', error); // the extension was updated in the meantime, or its worker failed
      clearTimeout(this.#words);
      writeMessage(this.#parts.status, strings.failed);
      this.#leaveSoon();
    }
  }
}

function onPerson<Name extends keyof HTMLElementEventMap>(
  target: HTMLDivElement | HTMLButtonElement,
  name: Name,
  act: (event: HTMLElementEventMap[Name]) => void,
): void {
  target.addEventListener(name, (event) => {
    event.stopPropagation(); // the page must not see the event
    if (event.isTrusted) act(event as HTMLElementEventMap[Name]); // the event with that name
  });
}

/**
 * Adds the notice to the page in closed shadow roots, which the page's scripts and styles cannot reach. But Firefox tells a page in `originalTarget`,
 * `explicitOriginalTarget` and `rangeParent` on which node in a closed root an event happened, and thereby gives it that root. So the words are in a
 * root of their own, in which no event can happen, and which shares no style sheet with the other: a page can write rules into it. The host's own styles are important, so that no style sheet overrides them. If there is a modal
 * dialog, the notice is placed inside it, because everything outside is inert.
 */
function mountHost(document: Document, { cover, box }: NoticeParts): HTMLDivElement {
  const host = createOwnElement(document, 'div');
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', 'contents', 'important');
  const words = createOwnElement(document, 'div');
  words.className = 'words';
  attachRoot(host).append(words, cover);
  attachRoot(words).append(box);
  const modal = Array.from(call(document, 'querySelectorAll', 'dialog:modal')).at(-1);
  call(modal ?? get(document, 'documentElement'), 'append', host);
  box.showPopover();
  cover.showPopover();
  return host;
}

function attachRoot(host: HTMLDivElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(NOTICE_STYLE);
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** `open`: show the clip in the popup. `gone`: the notice is no longer visible. */
type NoticeAction = 'open' | 'gone';

/** The only function of the extension API that is needed here. It returns a promise in both browsers. */
interface ExtensionApi {
  runtime: { sendMessage: (message: { clipId: string; action: NoticeAction }) => Promise<unknown> };
}

/**
 * Tells the worker what happened to a notice. Rejects if there is no answer: the extension was updated after the notice was
 * shown, or the worker failed.
 */
async function sendClipMessage(message: { clipId: string; action: NoticeAction }): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  // An element of the page with the id `browser` is a property of the window, too, but not an own one.
  const api = Object.hasOwn(globalThis, 'browser') ? browser : undefined;
  await (api ?? chrome).runtime.sendMessage(message);
}
