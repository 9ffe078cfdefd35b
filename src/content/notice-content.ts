import { call } from '../reading/dom/node-property';

/** What a notice says, handed in from outside: no string of the extension is known here. */
export type NoticeContent = NoticeOfClip | NoticeOfProblem;

export interface NoticeOfClip {
  clipId: string;
  headline?: string;
  /** Where the clip went, in words: a section's title, or what unsorted clips are called. */
  section: string;
  /** What else there is to know of the clip. */
  note?: string;
  strings: NoticeStrings;
}

export interface NoticeOfProblem {
  /** Why nothing was stored, and what to do. */
  problem: string;
  strings: NoticeStrings;
}

export interface NoticeStrings {
  /** BCP 47: the language of the strings. */
  language: string;
  /** Names the notice for screen readers. */
  name: string;
  /** Before the section: `Clipped to`. */
  saved: string;
  /** Opens the popup on the clip. */
  open: string;
  close: string;
  /** When no answer comes: the extension was updated, or the worker failed. */
  failed: string;
}

/** The parts of a notice. The status is a live region and is filled after it has been shown, so that it is announced. */
export interface NoticeParts {
  box: HTMLDivElement;
  status: HTMLDivElement;
  /** The one button: opens the clip, or closes a notice of a problem. */
  button: HTMLButtonElement;
}

/**
 * Builds the notice without a text node: `NOTICE_STYLE` draws each `data-words` as generated content, which `window.find`
 * and selections do not reach and the accessibility tree holds. Attributes in a closed shadow root are out of the page's
 * reach.
 */
export function buildNotice(document: Document, notice: NoticeContent): NoticeParts {
  const { strings } = notice;
  const box = createElementOfOurs(document, 'div');
  box.popover = 'manual';
  box.className = 'clipId' in notice ? 'box' : 'box problem';
  box.lang = strings.language;
  box.role = 'group';
  box.ariaLabel = strings.name;
  const status = createElementOfOurs(document, 'div');
  status.role = 'status';
  status.className = 'status';
  const button = createElementOfOurs(document, 'button');
  button.type = 'button';
  setWords(button, 'clipId' in notice ? strings.open : strings.close);
  box.append(status, button);
  return { box, status, button };
}

/** Puts what was clipped, and where it went, into the status. */
export function writeSaved(status: HTMLDivElement, { headline, section, note, strings }: NoticeOfClip): void {
  const document = status.ownerDocument;
  const lines = [];
  if (headline !== undefined) {
    const title = createElementOfOurs(document, 'p');
    title.className = 'headline';
    title.dir = 'auto';
    lines.push(setWords(title, headline));
  }
  const saved = createElementOfOurs(document, 'p');
  saved.className = 'place';
  const name = createElementOfOurs(document, 'bdi');
  saved.append(setWords(createElementOfOurs(document, 'span'), `${strings.saved} `), setWords(name, section));
  lines.push(saved);
  if (note !== undefined) {
    status.className = 'status noted';
    lines.push(setWords(createElementOfOurs(document, 'p'), note));
  }
  status.replaceChildren(...lines);
}

/** Puts an answer into the status, in place of all else. */
export function writeAnswer(status: HTMLDivElement, words: string): void {
  status.replaceChildren(setWords(createElementOfOurs(status.ownerDocument, 'p'), words));
}

function setWords<Drawn extends HTMLElement>(element: Drawn, words: string): Drawn {
  call<HTMLElement, 'setAttribute'>(element, 'setAttribute', 'data-words', words);
  return element;
}

/** An element of ours; one that is no form has no names of a page's. */
export function createElementOfOurs<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
): HTMLElementTagNameMap[Name] {
  return call(document, 'createElement', name) as HTMLElementTagNameMap[Name];
}
