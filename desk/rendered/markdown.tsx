import type { Nodes } from 'hast';
import { useMemo } from 'preact/hooks';
import { visit } from 'unist-util-visit';
import { parseBlocks } from '../../src/newsletter/markdown-blocks';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import './markdown.css';

interface MarkdownProps {
  text: string;
  /** Links to it, the article quoted, are its words alone. */
  ownAddress?: string | undefined;
  /** `words`: they lead nowhere from here. */
  linksAre?: 'links' | 'words';
}

/** Some Markdown as the issue will print it. */
export function Markdown({ text, ownAddress, linksAre = 'links' }: MarkdownProps) {
  const tree = useMemo(() => {
    const composed = composeHast({ type: 'root', children: parseBlocks(text, ownAddress) });
    return linksAre === 'links' ? composed : withoutLinks(composed);
  }, [text, ownAddress, linksAre]);
  return (
    <div class="markdown" dir="auto">
      <TreeView tree={tree} />
    </div>
  );
}

function withoutLinks(tree: Nodes): Nodes {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a') return;
    element.tagName = 'span';
    element.properties = { className: ['link'] };
  });
  return tree;
}
