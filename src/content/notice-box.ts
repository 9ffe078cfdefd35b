import { call, get } from '../reading/dom/node-property';
import {
  buildNotice,
  createElementOfOurs,
  writeAnswer,
  writeSaved,
  type NoticeContent,
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
 * button, and on Escape when it has the focus; while it is hovered or focused it stays, for a minute at most. Its button
 * only opens a page of ours: a press that the page has tricked a person into changes nothing. When it is gone nothing of it
 * is left in the page.
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
    this.#host = mountHost(document, this.#parts.box);
    this.#words = setTimeout(() => this.#speak(), BEFORE_WORDS);
    this.#latest = setTimeout(() => this.#close(), LONGEST_STAY);
    this.#listen();
    if ('clipId' in notice) this.#leaveSoon(); // a problem is to be read at leisure
  }

  /** Takes the notice out of the page. Tells nobody: another notice takes its place. */
  remove(): void {
    const hadFocus = this.#parts.box.matches(':focus-within');
    for (const timer of [this.#words, this.#leaving, this.#latest]) clearTimeout(timer);
    this.#host.remove();
    const before = this.#focusBefore;
    if (hadFocus && before) call(before, 'focus', { preventScroll: true });
  }

  /** Takes the notice out of the page, and tells the worker that it is gone. */
  #close(): void {
    this.remove();
    if ('clipId' in this.#notice)
      sendClipMessage({ clipId: this.#notice.clipId, action: 'gone' }).catch((error: unknown) => {
        console.debug('Clipsheet: the notice', error); // the extension was updated since, and its button with it
      });
  }

  #speak(): void {
    const { status } = this.#parts;
    if ('problem' in this.#notice) writeAnswer(status, this.#notice.problem);
    else writeSaved(status, this.#notice);
  }

  #listen(): void {
    const { box, button } = this.#parts;
    onPerson(button, 'click', () => void this.#press());
    onPerson(box, 'keydown', ({ key }) => {
      if (key === 'Escape') this.#close();
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
      if (!this.#parts.box.matches(':hover, :focus-within')) this.#close();
    }, STAY);
  }

  /** Opens the clip and goes; says so where no worker answers. A notice of a problem only goes. */
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
      console.debug('Clipsheet: the notice', error); // the extension was updated since, or its worker failed
      clearTimeout(this.#words);
      writeAnswer(this.#parts.status, strings.failed);
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
    event.stopPropagation(); // it is no business of the page
    if (event.isTrusted) act(event as HTMLElementEventMap[Name]); // the event of that name
  });
}

/**
 * Puts the box into the page in a closed shadow root, out of the reach of its scripts and styles: the host's own styles are
 * important, so that no style sheet overrides them. Inside a modal dialog if there is one, for all outside is inert.
 */
function mountHost(document: Document, box: HTMLDivElement): HTMLDivElement {
  const host = createElementOfOurs(document, 'div');
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', 'contents', 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(NOTICE_STYLE);
  root.adoptedStyleSheets = [sheet];
  root.append(box);
  const modal = Array.from(call(document, 'querySelectorAll', 'dialog:modal')).at(-1);
  call(modal ?? get(document, 'documentElement'), 'append', host);
  box.showPopover();
  return host;
}
