/** What a notice says, handed in from outside: no string of the extension is known here. */
export type Notice = NoticeOfClip | NoticeOfProblem;

export interface NoticeOfClip {
  clipId: string;
  headline?: string;
  /** Where the clip went, in words: a section's title, or what unsorted clips are called. */
  section: string;
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
  undo: string;
  comment: string;
  close: string;
  /** When no answer comes: the extension was updated, or the worker failed. */
  failed: string;
}

export type NoticeAction = 'undo' | 'comment';

/** The parts of a notice. The status is a live region and is filled after it has been shown, so that it is announced. */
export interface NoticeParts {
  box: HTMLElement;
  status: HTMLElement;
  actions: HTMLElement;
  undo: HTMLButtonElement;
  comment: HTMLButtonElement;
  close: HTMLButtonElement;
}

export function buildNotice(document: Document, { strings }: Notice): NoticeParts {
  const box = document.createElement('div');
  box.popover = 'manual';
  box.className = 'box';
  box.lang = strings.language;
  box.role = 'group';
  box.ariaLabel = strings.name;
  const status = document.createElement('div');
  status.role = 'status';
  status.className = 'status';
  const actions = document.createElement('div');
  actions.className = 'actions';
  const undo = button(document, strings.undo);
  const comment = button(document, strings.comment);
  const close = button(document, '×');
  close.ariaLabel = strings.close;
  close.className = 'close';
  actions.append(undo, comment);
  box.append(status, actions, close);
  return { box, status, actions, undo, comment, close };
}

/** Puts what was clipped, and where it went, into the status. */
export function writeSaved(status: HTMLElement, { headline, section, strings }: NoticeOfClip): void {
  const lines = [];
  if (headline !== undefined) {
    const title = status.ownerDocument.createElement('p');
    title.className = 'headline';
    title.dir = 'auto';
    title.textContent = headline;
    lines.push(title);
  }
  const saved = status.ownerDocument.createElement('p');
  const name = status.ownerDocument.createElement('bdi');
  name.textContent = section;
  saved.append(strings.saved, ' ', name);
  status.replaceChildren(...lines, saved);
}

/** Puts an answer into the status, in place of all else. */
export function writeAnswer(status: HTMLElement, words: string): void {
  const line = status.ownerDocument.createElement('p');
  line.textContent = words;
  status.replaceChildren(line);
}

function button(document: Document, label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  return made;
}
