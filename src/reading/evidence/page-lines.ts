import { wordKey, type WordedText } from './headline-comparison';
import { INLINE, isElementNode, isHiddenByMarkup } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

/** The text between two block boundaries, as a reader sees it: a paragraph, a heading, a line of a byline. */
export interface PageLine extends WordedText {
  /** The innermost element that contains the whole line. */
  element: Element;
}

/** More than in the longest page of the corpus. After these, a page continues with other stories. */
const MOST_NODES = 20_000;
const MOST_LINES = 1_000;
const LONGEST_LINE = 4_000;

/**
 * The lines of the body, in the order of the markup and derived from it alone. Walks the page once, with a limit for very large
 * pages.
 */
export function readPageLines(document: Document): PageLine[] {
  const gatherer = new LineGatherer();
  const body: Node = get(document, 'body');
  let node: Node | null = body;
  for (let nodes = 0; node !== null && nodes < MOST_NODES && gatherer.lines.length < MOST_LINES; nodes++) {
    let next: Node | null = gatherer.enter(node) ? get(node, 'firstChild') : null;
    while (next === null && node !== null && node !== body) {
      gatherer.leave(node);
      next = get(node, 'nextSibling');
      if (next === null) node = get(node, 'parentNode');
    }
    node = next;
  }
  gatherer.endLine();
  return gatherer.lines;
}

/** Whether two lines are in elements of the same kind, like the lines of one byline. */
export function haveSameMarkup(a: PageLine, b: PageLine): boolean {
  return (
    get(a.element, 'tagName') === get(b.element, 'tagName') &&
    get(a.element, 'className') === get(b.element, 'className')
  );
}

class LineGatherer {
  readonly lines: PageLine[] = [];
  private text = '';
  private element: Element | undefined;

  /** Enters a node. Returns `false` if nothing in it is visible. */
  enter(node: Node): boolean {
    if (get(node, 'nodeType') === Node.TEXT_NODE) {
      this.addText(get(node, 'nodeValue') ?? '', get(node, 'parentElement'));
      return true;
    }
    if (!isElementNode(node)) return false;
    if (!INLINE.has(get(node, 'localName'))) this.endLine();
    return !isHiddenByMarkup(node) || get(node, 'localName') === 'body'; // a body may be hidden until its scripts have run
  }

  leave(node: Node): void {
    if (isElementNode(node) && !INLINE.has(get(node, 'localName'))) this.endLine();
  }

  endLine(): void {
    if (this.element !== undefined)
      this.lines.push(new TextLine(this.text.replace(/\s+/gu, ' ').trim(), this.element));
    this.text = '';
    this.element = undefined;
  }

  private addText(text: string, parent: Element | null): void {
    if (this.text.length < LONGEST_LINE) this.text += text.slice(0, LONGEST_LINE);
    if (parent === null || text.trim() === '') return;
    if (this.element === undefined) this.element = parent;
    else
      while (!call(this.element, 'contains', parent))
        this.element = get(this.element, 'parentElement') ?? parent;
  }
}

class TextLine implements PageLine {
  private known: string | undefined;

  constructor(
    readonly text: string,
    readonly element: Element,
  ) {}

  /** Computed on first use, because most lines are never compared. */
  get key(): string {
    return (this.known ??= wordKey(this.text));
  }
}
