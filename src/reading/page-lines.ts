import { INLINE, isUnseen } from './visible-text';

/** The words between two boundaries of blocks, as a reader sees them: a paragraph, a heading, a line of a byline. */
export interface Line {
  text: string;
  /** The innermost element that holds the whole line. */
  element: Element;
}

const MOST_NODES = 40_000;
const MOST_LINES = 3_000;
const LONGEST_LINE = 4_000;

/** The lines of the body in the order of the markup, told from it alone. One walk, which ends on very large pages. */
export function readLines(document: Document): Line[] {
  const gatherer = new LineGatherer();
  let node: Node | null = document.body;
  for (let nodes = 0; node !== null && nodes < MOST_NODES && gatherer.lines.length < MOST_LINES; nodes++) {
    const enters = gatherer.enter(node);
    let next: Node | null = enters ? node.firstChild : null;
    while (next === null && node !== null && node !== document.body) {
      gatherer.leave(node);
      next = node.nextSibling;
      if (next === null) node = node.parentNode;
    }
    node = next;
  }
  gatherer.endLine();
  return gatherer.lines;
}

/** Whether two lines stand in elements of one kind, as the lines of one byline do. */
export function isMarkedAlike(a: Line, b: Line): boolean {
  return a.element.tagName === b.element.tagName && a.element.className === b.element.className;
}

class LineGatherer {
  readonly lines: Line[] = [];
  private parts: string[] = [];
  private length = 0;
  private element: Element | undefined;

  /** Takes a node in; `false` where nothing in it is seen. */
  enter(node: Node): boolean {
    if (node.nodeType === Node.TEXT_NODE) {
      this.addText(node.nodeValue ?? '', node.parentElement);
      return true;
    }
    if (!(node instanceof Element)) return false;
    if (isUnseen(node) && node.tagName !== 'BODY') return false; // a body is hidden only until its scripts have run
    if (node.tagName === 'BR' || !INLINE.has(node.tagName)) this.endLine();
    return true;
  }

  leave(node: Node): void {
    if (node instanceof Element && !INLINE.has(node.tagName)) this.endLine();
  }

  endLine(): void {
    const text = this.parts.join('').replace(/\s+/gu, ' ').trim();
    if (text !== '' && this.element !== undefined) this.lines.push({ text, element: this.element });
    this.parts = [];
    this.length = 0;
    this.element = undefined;
  }

  private addText(text: string, parent: Element | null): void {
    if (this.length < LONGEST_LINE) this.parts.push(text);
    this.length += text.length;
    if (text.trim() === '' || parent === null) return;
    if (this.element === undefined) this.element = parent;
    else while (!this.element.contains(parent)) this.element = this.element.parentElement ?? parent;
  }
}
