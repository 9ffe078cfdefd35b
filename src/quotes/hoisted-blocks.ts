import type { Element, ElementContent, Root } from 'hast';

/**
 * Pages put blocks where Markdown has only phrasing content: a card that is one link, emphasis around paragraphs, lines of a
 * heading that are drawn as blocks. This moves the blocks out and repeats the link or the emphasis inside each one. Words next
 * to the items of a list become an item.
 */

const BLOCKS = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd pre hr div article section main aside header footer figure ' +
    'figcaption address details summary table caption thead tbody tfoot tr td th'
  ).split(' '),
);
const LIST = /^[uo]l$/u;
const HEADING = /^h[1-6]$/u;
/**
 * Elements that become a paragraph or are inside one: the time of paragraphs in one another doubles with each. Notes and exponents are read
 * as a whole.
 */
const PHRASING = /^(?:p|summary|h[1-6]|a|em|i|cite|dfn|var|strong|b|code|kbd|samp|tt|del|s|strike|q)$/u;

/** Elements that mean nothing without words: hast-util-to-mdast looks past all of them for each one. */
const MARK = /^(?:a|em|i|cite|dfn|var|strong|b|code|kbd|samp|tt|del|s|strike|sub|sup|q)$/u;

/** The tree without blocks in paragraphs, headings and spans, and with only items in lists. */
export function hoistBlocks(root: Root): Root {
  const children = root.children.flatMap((node) => (isContent(node) ? lift(node) : []));
  return { type: 'root', children: joinTexts(children) };
}

function isContent(node: Root['children'][number]): node is ElementContent {
  return node.type === 'element' || node.type === 'text';
}

function lift(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName === 'pre') return [node];
  const lifted = joinTexts(node.children.flatMap(lift));
  if (MARK.test(node.tagName) && lifted.every(isBlank)) return lifted;
  const children = LIST.test(node.tagName) ? lifted.reduce<ElementContent[]>(addItem, []) : lifted;
  return PHRASING.test(node.tagName) && children.some(isBlock)
    ? spread(node, children)
    : [{ ...node, children }];
}

/** hast-util-to-mdast goes over all words again for each text that follows another one. */
function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      joined.splice(-1, 1, { type: 'text', value: last.value + node.value });
    else joined.push(node);
  }
  return joined;
}

/** Repeats an element around the runs between blocks, and inside the blocks. */
function spread(element: Element, children: readonly ElementContent[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  for (const child of [...children, undefined]) {
    if (child !== undefined && !isBlock(child)) {
      run.push(child);
      continue;
    }
    if (!run.every(isBlank)) parts.push({ ...element, children: run });
    run = [];
    if (child !== undefined) parts.push(...spreadInto(element, child));
  }
  return parts;
}

function spreadInto(element: Element, block: Element): ElementContent[] {
  if (/^(?:p|summary)$/u.test(element.tagName) || block.tagName === 'pre') return [block];
  const children = spread(element, block.children);
  return HEADING.test(element.tagName) ? children : [{ ...block, children }];
}

function addItem(items: ElementContent[], node: ElementContent): ElementContent[] {
  const last = items.at(-1);
  if (isBlock(node)) items.push(node);
  else if (last?.type === 'element' && last.tagName === 'li' && last.properties['loose'] === true)
    last.children.push(node);
  else if (node.type !== 'text' || node.value.trim() !== '')
    items.push({ type: 'element', tagName: 'li', properties: { loose: true }, children: [node] });
  return items;
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}
