/** The words of an element as a reader sees them, told from the markup alone: no layout is forced. */

const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'SELECT',
  'TEXTAREA',
  'IFRAME',
  'BUTTON',
  'TITLE',
]);
/** Elements that do not end a line. */
export const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);

/** The text, blocks and line breaks as spaces, read up to `limit` characters. `undefined` when there is none. */
export function textOf(element: Element, limit = 10_000): string | undefined {
  const parts: string[] = [];
  collectText(element, parts, { left: limit });
  const text = parts.join('').replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}

function collectText(node: Node, into: string[], budget: { left: number }): void {
  for (let child = node.firstChild; child !== null && budget.left > 0; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.nodeValue ?? '';
      into.push(text.slice(0, budget.left));
      budget.left -= text.length;
    } else if (child instanceof Element && !isUnseen(child)) {
      const isBlock = !INLINE.has(child.tagName);
      if (isBlock) into.push(' ');
      collectText(child, into, budget);
      if (isBlock) into.push(' ');
    }
  }
}

/** Hidden by the markup itself; what style sheets hide is not asked. */
export function isUnseen(element: Element): boolean {
  return (
    UNSEEN.has(element.tagName.toUpperCase()) ||
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')
  );
}
