import type { Nodes } from 'hast';
import { useMemo } from 'preact/hooks';
import { visit } from 'unist-util-visit';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { parseBlocks } from '../../src/newsletter/markdown/markdown-blocks';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import { withAddressBoxes } from './address-boxes';
import { CutNote } from './cut-note';
import { isParsedLate, useLateTree } from './late-tree';
import '../../src/ui/markdown.css';

interface MarkdownProps {
  text: string;
  /** The address of the quoted article. Links to it are shown as text. */
  ownAddress?: string | undefined;
  /** `words`: links are shown as text because they do not work here. */
  linksAre?: 'links' | 'words';
}

/**
 * Shows Markdown as the issue will print it. Of a text too long to be laid out quickly, only the beginning, with a note. A text
 * that takes long to parse is shown as typed for a moment.
 */
export function Markdown({ text, ownAddress, linksAre = 'links' }: MarkdownProps) {
  const beginning = useMemo(() => shownBeginning(text), [text]);
  const shown = beginning ?? text;
  const isLate = useMemo(() => isParsedLate(shown), [shown]);
  const tree = useLateTree(`${linksAre} ${ownAddress ?? ''} ${shown}`, isLate, () => {
    const children = parseBlocks(shown, ownAddress);
    const composed = withAddressBoxes(composeHast({ type: 'root', children }));
    return linksAre === 'links' ? composed : withoutLinks(composed);
  });
  return (
    <div class={tree ? 'markdown' : 'markdown unset'} dir="auto">
      {tree ? <TreeView tree={tree} /> : <p>{shown}</p>}
      {beginning !== undefined && <CutNote shown={beginning} text={text} />}
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
