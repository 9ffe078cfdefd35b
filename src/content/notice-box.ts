import {
  buildNotice,
  writeAnswer,
  writeSaved,
  type Notice,
  type NoticeAction,
  type NoticeParts,
} from './notice-content';
import { sendClipMessage } from './notice-message';
import { NOTICE_STYLE } from './notice-style';

/** How long a notice stays by itself, and at the longest, in milliseconds. */
const STAY = 6_000;
const LONGEST_STAY = 60_000;
/** A live region is announced when its words come a moment after it. */
const BEFORE_WORDS = 50;

type Timer = ReturnType<typeof setTimeout>;

/**
 * A notice in the page, in the browser's top layer, where the page's own dialogs do not hide it. It goes by itself, on its
 * button, and on Escape when it has the focus; while it is hovered or focused it stays, for a minute at most. Only what
 * a person does counts. When it is gone nothing of it is left in the page.
 */
export class NoticeBox {
  readonly #notice: Notice;
  readonly #parts: NoticeParts;
  readonly #host: HTMLElement;
  readonly #words: Timer;
  readonly #latest: Timer;
  #leaving: Timer | undefined;
  #focusBefore: HTMLElement | undefined;
  #isAsked = false;

  constructor(document: Document, notice: Notice) {
    this.#notice = notice;
    this.#parts = buildNotice(document, notice);
    this.#host = mountHost(document, this.#parts.box);
    this.#parts.actions.hidden = 'problem' in notice;
    this.#words = setTimeout(() => this.#speak(), BEFORE_WORDS);
    this.#latest = setTimeout(() => this.close(), LONGEST_STAY);
    this.#listen();
    if ('clipId' in notice) this.#leaveSoon(); // a problem is to be read at leisure
  }

  close(): void {
    const hadFocus = this.#parts.box.matches(':focus-within');
    for (const timer of [this.#words, this.#leaving, this.#latest]) clearTimeout(timer);
    this.#host.remove();
    if (hadFocus) this.#focusBefore?.focus({ preventScroll: true });
  }

  #speak(): void {
    const { status } = this.#parts;
    if ('problem' in this.#notice) writeAnswer(status, this.#notice.problem);
    else writeSaved(status, this.#notice);
  }

  #listen(): void {
    const { box, undo, comment, close } = this.#parts;
    onPerson(undo, 'click', () => void this.#ask('undo'));
    onPerson(comment, 'click', () => void this.#ask('comment'));
    onPerson(close, 'click', () => this.close());
    onPerson(box, 'keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
    onPerson(box, 'focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !box.contains(relatedTarget))
        this.#focusBefore = relatedTarget;
    });
    onPerson(box, 'focusout', () => this.#leaveSoon());
    onPerson(box, 'pointerleave', () => this.#leaveSoon());
  }

  #leaveSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      if (!this.#parts.box.matches(':hover, :focus-within')) this.close();
    }, STAY);
  }

  /** Has the worker act; shows what it says, or goes when it has nothing to say. */
  async #ask(action: NoticeAction): Promise<void> {
    if (this.#isAsked || 'problem' in this.#notice) return;
    this.#isAsked = true;
    const { clipId, strings } = this.#notice;
    try {
      const words = await sendClipMessage({ clipId, action });
      if (words === undefined) this.close();
      else this.#show(words);
    } catch (error) {
      console.debug('Clipsheet: the notice', error); // the extension was updated since, or its worker failed
      this.#show(strings.failed);
    }
  }

  #show(words: string): void {
    const { status, actions, close } = this.#parts;
    if (actions.matches(':focus-within')) close.focus();
    actions.hidden = true;
    clearTimeout(this.#words);
    writeAnswer(status, words);
    this.#leaveSoon();
  }
}

function onPerson<Name extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  name: Name,
  act: (event: HTMLElementEventMap[Name]) => void,
): void {
  target.addEventListener(name, (event) => {
    event.stopPropagation(); // it is no business of the page
    if (event.isTrusted) act(event);
  });
}

/**
 * Puts the box into the page in a closed shadow root, out of the reach of its scripts and styles: the host's own styles are
 * important, so that no style sheet overrides them. Inside a modal dialog if there is one, for all outside is inert.
 */
function mountHost(document: Document, box: HTMLElement): HTMLElement {
  const host = document.createElement('div');
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', 'contents', 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(NOTICE_STYLE);
  root.adoptedStyleSheets = [sheet];
  root.append(box);
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  (dialog ?? document.documentElement).append(host);
  box.showPopover();
  return host;
}
