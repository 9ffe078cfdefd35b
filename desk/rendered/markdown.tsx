import { useMemo } from 'preact/hooks';
import { parseBlocks } from '../../src/newsletter/markdown-blocks';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import './markdown.css';

/** Some Markdown as the issue will print it. Links to `ownAddress`, the article quoted, are its words alone. */
export function Markdown({ text, ownAddress }: { text: string; ownAddress?: string | undefined }) {
  const tree = useMemo(
    () => composeHast({ type: 'root', children: parseBlocks(text, ownAddress) }),
    [text, ownAddress],
  );
  return (
    <div class="markdown" dir="auto">
      <TreeView tree={tree} />
    </div>
  );
}
