import type { Element, ElementContent } from 'hast';

/** As many elements without words of one kind, beside one another, make a difference to a quote; one of other kinds. */
const MOST: ReadonlyMap<string, number> = new Map([
  ['br', 2],
  ['td', 100],
  ['th', 100],
]);

/** The elements in which no words were found. */
const EMPTY = new WeakSet<Element>();

/** Leaves out what makes no difference among the children of an element, such as the third of three line breaks. */
export class EmptyRuns {
  private name = '';
  private length = 0;
  private isAfterSpace = false;

  /** Whether a further element of this kind, without words, can be left out. */
  isFull(name: string): boolean {
    return name === this.name && this.length >= (MOST.get(name) ?? 1);
  }

  takes(node: ElementContent): boolean {
    const isBlank = node.type === 'text' && node.value.trim() === '';
    if (isBlank && this.isAfterSpace) return false;
    this.isAfterSpace = isBlank;
    if (isBlank) return true;
    if (node.type !== 'element' || !isEmpty(node)) {
      this.name = '';
      return true;
    }
    EMPTY.add(node);
    if (this.isFull(node.tagName)) return false;
    this.length = node.tagName === this.name ? this.length + 1 : 1;
    this.name = node.tagName;
    return true;
  }
}

function isEmpty({ tagName, children }: Element): boolean {
  const hasNoWords = (child: ElementContent) =>
    child.type === 'element' ? EMPTY.has(child) : child.type === 'text' && child.value.trim() === '';
  return tagName !== 'img' && children.every(hasNoWords);
}
