import { useMemo } from 'preact/hooks';
import { readSimpleMarkdown } from '../../src/newsletter/markdown/simple-markdown';
import '../../src/ui/markdown.css';
import { TreeView } from '../../src/ui/tree-view';
import { useLatePart } from '../../src/ui/late-part';
import { withoutTargets } from './link-targets';

const loadParser = () => import('./parsed-quote');

interface QuoteWordsProps {
  markdown: string;
  /** Links to it, the article that is quoted, are its words alone. */
  ownAddress: string | undefined;
}

/**
 * A quote as the desk draws it, but that its links lead nowhere: a click on them would close the popup. Most need no parser; one
 * with lists, tables or the like stands as it was typed until that is loaded.
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
