import { call } from '../reading/dom/node-property';

/** What a notice says. All text is passed in, because this file does not know the extension's messages. */
export type NoticeContent = NoticeOfClip | NoticeOfProblem;

export interface NoticeOfClip {
  clipId: string;
  headline?: string;
  /** What was done, before the section: `Clipped to`, `Quote 2 of 3. Clipped to`. */
  saved: string;
  /** Where the clip was saved, in words: a section's title, or the name for unsorted clips. */
  section: string;
  /** Further information about the clip. */
  note?: string;
  strings: NoticeStrings;
}

export interface NoticeOfProblem {
  /** Why nothing was stored, and what the user can do. */
  problem: string;
  strings: NoticeStrings;
}

export interface NoticeStrings {
  /** BCP 47: the language of the text. */
  language: string;
  /** The name of the notice for screen readers. */
  name: string;
  /** The label of the button that opens the popup on the clip. */
  open: string;
  close: string;
  /** Shown if the worker does not answer: the extension was updated, or the worker failed. */
  failed: string;
}

/** The elements of a notice. The status is a live region; its text is added after it has been shown, so that it is announced. */
export interface NoticeParts {
  /** What takes the pointer and the focus. It has the same place and size as the box with the words, and is above it. */
  cover: HTMLDivElement;
  /** The only button: opens the clip, or closes an error. */
  button: HTMLButtonElement;
  /** What has the words. Neither pointer nor focus get into it. */
  box: HTMLDivElement;
  status: HTMLDivElement;
}

/**
 * Builds the notice without text nodes: `NOTICE_STYLE` draws each `data-words` as generated content, which the accessibility
 * tree contains but `window.find` and selections do not reach. The page cannot read attributes in a closed shadow root, unless an event leads it
 * there. So the box with the words and the cover, on which events happen, are to be in different roots.
 */
export function buildNotice(document: Document, notice: NoticeContent): NoticeParts {
  const { strings } = notice;
  const kind = 'clipId' in notice ? 'box' : 'box problem';
  const action = 'clipId' in notice ? strings.open : strings.close;
  const createBox = () => {
    const box = createOwnElement(document, 'div');
    box.popover = 'manual';
    box.lang = strings.language;
    return box;
  };
  const box = createBox();
  box.className = `${kind} drawn`;
  box.role = 'group';
  box.ariaLabel = strings.name;
  const status = createOwnElement(document, 'div');
  status.role = 'status';
  status.className = 'status';
  const label = setWords(createOwnElement(document, 'div'), action);
  label.className = 'label';
  label.ariaHidden = 'true'; // the button has the same name
  box.append(status, label);
  const cover = createBox();
  cover.className = kind;
  const button = createOwnElement(document, 'button');
  button.type = 'button';
  button.ariaLabel = action;
  cover.append(button);
  return { cover, button, box, status };
}

/** Shows what was clipped and where it was saved. */
export function writeSaved(status: HTMLDivElement, { headline, saved, section, note }: NoticeOfClip): void {
  const document = status.ownerDocument;
  const lines = [];
  if (headline !== undefined) {
    const title = createOwnElement(document, 'p');
    title.className = 'headline';
    title.dir = 'auto';
    lines.push(setWords(title, headline));
  }
  const place = createOwnElement(document, 'p');
  place.className = 'place';
  const name = createOwnElement(document, 'bdi');
  place.append(setWords(createOwnElement(document, 'span'), `${saved} `), setWords(name, section));
  lines.push(place);
  if (note !== undefined) {
    status.className = 'status noted';
    lines.push(setWords(createOwnElement(document, 'p'), note));
  }
  status.replaceChildren(...lines);
}

/** Shows a message in place of everything else: the problem, or that the clip could not be opened. */
export function writeMessage(status: HTMLDivElement, words: string): void {
  status.replaceChildren(setWords(createOwnElement(status.ownerDocument, 'p'), words));
}

function setWords<Drawn extends HTMLElement>(element: Drawn, words: string): Drawn {
  call<HTMLElement, 'setAttribute'>(element, 'setAttribute', 'data-words', words);
  return element;
}

/** Creates an element of the notice. Only forms have properties named by a page, so other elements can be used directly. */
export function createOwnElement<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
): HTMLElementTagNameMap[Name] {
  return call(document, 'createElement', name) as HTMLElementTagNameMap[Name];
}
