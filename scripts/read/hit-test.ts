/** Which words of a page are visible, judged by where the browser finds elements, without any of the reader's rules. */

/** Marks an invisible word; it has no width and is not compared. */
const NOTHING = '\u200B';
const WORD = /\S+/gu;
/** Pixels at the edges of the window where the browser may find nothing. */
const EDGE = 2;

/**
 * Runs `work` while those words of a range are replaced that are cut off or covered at every scroll position. Elements that
 * stay over them while the page scrolls do not count.
 */
export function withoutCoveredWords<T>(range: Range, work: () => T): T {
  const touchable = document.head.appendChild(document.createElement('style'));
  touchable.textContent =
    '* { pointer-events: auto !important } *::before, *::after { visibility: hidden !important }';
  const place = { left: scrollX, top: scrollY };
  const before = new Map<Text, string>();
  for (const node of textsIn(range)) {
    const words = isInScroller(node)
      ? node.data
      : node.data.replace(WORD, (word, at: number) => orNothing(word, node, at));
    if (words !== node.data) before.set(node, words);
  }
  touchable.remove();
  scrollTo({ ...place, behavior: 'instant' });
  const swap = () => {
    for (const [node, words] of before) {
      before.set(node, node.data);
      node.data = words;
    }
  };
  swap();
  try {
    return work();
  } finally {
    swap();
  }
}

function textsIn(range: Range): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null)
    if (range.intersectsNode(walker.currentNode)) found.push(walker.currentNode as Text);
  return found;
}

function orNothing(word: string, node: Text, at: number): string {
  const part = document.createRange();
  part.setStart(node, at);
  part.setEnd(node, at + word.length);
  return [...part.getClientRects()].some((_, line) => isHit(node, part, line))
    ? word
    : NOTHING.repeat(word.length);
}

/** Whether the browser finds the word's own element at the centre of one of its lines, after scrolling there. */
function isHit(node: Text, part: Range, line: number): boolean {
  const middle = () => {
    const { left, top, width, height } = part.getClientRects()[line] ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const isInView = ({ x, y }: { x: number; y: number }) =>
    x > EDGE && y > EDGE && x < innerWidth - EDGE && y < innerHeight - EDGE;
  if (!isInView(middle()))
    scrollBy({ left: middle().x - innerWidth / 2, top: middle().y - innerHeight / 2, behavior: 'instant' });
  const { x, y } = middle();
  for (const element of document.elementsFromPoint(x, y)) {
    if (element === node.parentElement) return true;
    if (isOpaque(element) && !isBar(element)) return false;
  }
  return false;
}

function isOpaque(element: Element): boolean {
  const { backgroundColor, opacity } = getComputedStyle(element);
  const isShown = element.checkVisibility({ opacityProperty: true });
  return isShown && Number(opacity) > 0.95 && backgroundColor.startsWith('rgb(');
}

function isBar(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/^(?:fixed|sticky)$/u.test(getComputedStyle(at).position)) return true;
  return false;
}

/** Elements with a scroll bar of their own are not scrolled by the page. */
function isInScroller(node: Text): boolean {
  for (let at = node.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const scrolls = (overflow: string, inner: number, outer: number) =>
      /^(?:auto|scroll)$/u.test(overflow) && inner > outer;
    if (
      scrolls(overflowX, at.scrollWidth, at.clientWidth) ||
      scrolls(overflowY, at.scrollHeight, at.clientHeight)
    )
      return true;
  }
  return false;
}
