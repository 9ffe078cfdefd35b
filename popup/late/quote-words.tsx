import { useMemo } from 'preact/hooks';
import { readSimpleMarkdown } from '../../src/newsletter/markdown/simple-markdown';
import '../../src/ui/markdown.css';
import { TreeView } from '../../src/ui/tree-view';
import { useLatePart } from '../../src/ui/late-part';
import { withoutTargets } from './link-targets';

const loadParser = () => import('./parsed-quote');

interface QuoteWordsProps {
  markdown: string;
  /** The address of the quoted article. Links to it are printed as plain text. */
  ownAddress: string | undefined;
}

/**
 * Draws a quote like the desk, but its links lead nowhere, because a click on one would close the popup. Most quotes need no
 * parser; one with a list or a table is shown as Markdown until the parser is loaded.
 */
export function QuoteWords({ markdown, ownAddress }: QuoteWordsProps) {
  const simple = useMemo(() => readSimpleMarkdown(markdown, ownAddress), [markdown, ownAddress]);
  const parser = useLatePart(simple === undefined, loadParser);
  const tree = useMemo(
    () => simple ?? parser?.parseQuote(markdown, ownAddress),
    [simple, parser, markdown, ownAddress],
  );
  return (
    <div class={tree ? 'markdown' : 'markdown unset'} dir="auto">
      {tree ? <TreeView tree={withoutTargets(tree)} /> : markdown}
    </div>
  );
}
