import type { Paragraph, PhrasingContent, RootContent } from 'mdast';

const PHRASING: ReadonlySet<string> = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'break', 'image', 'html'],
  ...['linkReference', 'imageReference', 'footnoteReference'],
]);

function isPhrasing(node: RootContent): node is PhrasingContent {
  return PHRASING.has(node.type);
}

/**
 * Puts words next to blocks in a paragraph of their own, as in `<ul>words</ul>`. Markdown has no other place for them, and its
 * printer escapes only the content of paragraphs, so a page could otherwise insert links and pictures.
 */
export function wrapLooseWords(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let loose: Paragraph | undefined;
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      blocks.push(node);
      loose = undefined;
    } else if (loose) loose.children.push(node);
    else blocks.push((loose = { type: 'paragraph', children: [node] }));
  }
  return blocks;
}
