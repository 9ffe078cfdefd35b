import type { Paragraph, PhrasingContent, RootContent } from 'mdast';

const PHRASING: ReadonlySet<string> = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'break', 'image', 'html'],
  ...['linkReference', 'imageReference', 'footnoteReference'],
]);

function isPhrasing(node: RootContent): node is PhrasingContent {
  return PHRASING.has(node.type);
}

/**
 * Gives words that stand beside blocks a paragraph of their own, as in `<ul>words</ul>`. Markdown has no other place for
 * them, and its printer escapes only what stands in a paragraph: a page could write links and pictures of its own there.
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
