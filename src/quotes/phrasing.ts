import type { InlineCode, PhrasingContent } from 'mdast';

/** Prepares the content of a paragraph so that Markdown can express it. */

type Span = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' }>;

function isSpan(node: PhrasingContent): node is Span {
  return ['emphasis', 'strong', 'delete', 'link'].includes(node.type);
}

/**
 * Removes empty spans and spans nested in the same kind, moves white space from the ends of a span to outside it, and joins
 * adjacent spans of one kind: `**a** **b**`, never `**a ****b**`. Code is one line, never empty, and never next to other code;
 * otherwise it would end elsewhere in Markdown, and the page's words after it would be read as Markdown.
 */
export function tidyPhrasing(
  nodes: readonly PhrasingContent[],
  within: readonly string[] = [],
): PhrasingContent[] {
  return nodes.flatMap((node) => tidyNode(node, within)).reduce<PhrasingContent[]>(join, []);
}

function tidyNode(node: PhrasingContent, within: readonly string[]): PhrasingContent[] {
  if (node.type === 'inlineCode') return tidyCode(node);
  if (!isSpan(node)) return [node];
  const children = tidyPhrasing(node.children, [...within, node.type]);
  if (within.includes(node.type)) return children;
  const before = takeSpace(children, 0);
  const after = takeSpace(children, -1);
  const span = { ...node, children };
  return [...before, ...(children.length > 0 ? [span] : []), ...after];
}

function tidyCode(code: InlineCode): PhrasingContent[] {
  const value = code.value.replace(/(?<!\s)[^\S\r\n]*[\r\n]\s*/gu, ' ');
  if (value.trim() === '') return value === '' ? [] : [{ type: 'text', value: ' ' }];
  return [{ ...code, value }];
}

/** Removes white space and breaks from one end of the nodes. */
function takeSpace(nodes: PhrasingContent[], end: 0 | -1): PhrasingContent[] {
  const taken: PhrasingContent[] = [];
  for (;;) {
    const node = nodes.at(end);
    if (node?.type !== 'break' && node?.type !== 'text') return taken;
    if (node.type === 'text') {
      const words = end === 0 ? node.value.trimStart() : node.value.trimEnd();
      const space =
        end === 0 ? node.value.slice(0, node.value.length - words.length) : node.value.slice(words.length);
      if (space !== '') put(taken, { type: 'text', value: space }, end);
      if (words !== '') {
        nodes.splice(end, 1, { type: 'text', value: words });
        return taken;
      }
    } else put(taken, node, end);
    nodes.splice(end, 1);
  }
}

function put(taken: PhrasingContent[], node: PhrasingContent, end: 0 | -1): void {
  if (end === 0) taken.push(node);
  else taken.unshift(node);
}

function join(joined: PhrasingContent[], node: PhrasingContent): PhrasingContent[] {
  const last = joined.at(-1);
  if ((last?.type === 'text' || last?.type === 'inlineCode') && last.type === node.type)
    joined.splice(-1, 1, { ...last, value: last.value + node.value });
  else if (last !== undefined && isSpan(last) && isSame(last, node))
    node.children.reduce<PhrasingContent[]>(join, last.children);
  else joined.push(node);
  return joined;
}

function isSame(span: Span, node: PhrasingContent): node is Span {
  return span.type === node.type && (span.type !== 'link' || span.url === (node as typeof span).url);
}

/** The parts between empty lines, because pages often write paragraphs as `<br><br>`. */
export function splitAtEmptyLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const [at, node] of nodes.entries()) {
    const part = parts.at(-1) ?? [];
    if (isSpan(node))
      splitAtEmptyLines(node.children).forEach((children, count) => {
        const span = { ...node, children };
        if (count === 0) part.push(span);
        else parts.push([span]);
      });
    else if (node.type === 'break' && isAtLineStart(nodes, at)) {
      part.splice(part.findLastIndex((each) => each.type === 'break'));
      parts.push([]);
    } else part.push(node);
  }
  return parts.map(trimEnds).filter((part) => part.length > 0);
}

/** Whether there is only white space between the previous break and this one. */
function isAtLineStart(nodes: readonly PhrasingContent[], at: number): boolean {
  let before = nodes[at - 1];
  for (let place = at - 1; before?.type === 'text' && before.value.trim() === ''; before = nodes[--place]);
  return before?.type === 'break';
}

/** Removes white space and breaks from both ends. */
export function trimEnds(part: PhrasingContent[]): PhrasingContent[] {
  takeSpace(part, 0);
  takeSpace(part, -1);
  return part;
}

/** Removes white space and breaks from the end only, because a row of a table may begin with an empty cell. */
export function trimEnd(part: PhrasingContent[]): PhrasingContent[] {
  takeSpace(part, -1);
  return part;
}
