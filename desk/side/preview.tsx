import { useEffect, useMemo, useState } from 'preact/hooks';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import { composeShownIssue } from '../export/composed-issue';
import '../rendered/markdown.css';
import { useStoredPicture } from '../rendered/stored-picture';
import type { DeskContent } from '../state/desk-content';

/** Milliseconds: so that a whole issue is not set anew with every letter. */
const REST = 250;

/** The issue as readers will see it: the very tree that is exported. */
export function Preview({ content }: { content: DeskContent }) {
  const { issue, clips, style } = useRested(content);
  const picture = useStoredPicture(issue.cover?.pictureId);
  const tree = useMemo(() => composeHast(composeShownIssue({ issue, clips, style })), [issue, clips, style]);
  return (
    <article class="markdown issue-preview" lang={style.language}>
      {useMemo(
        () => (
          <TreeView tree={tree} pictureSource={() => picture} />
        ),
        [tree, picture],
      )}
    </article>
  );
}

/** The content as it was when nothing had been written for a while; of another issue at once. */
function useRested(content: DeskContent): DeskContent {
  const [rested, setRested] = useState(content);
  useEffect(() => {
    const timer = setTimeout(() => setRested(content), REST);
    return () => clearTimeout(timer);
  }, [content]);
  return rested.issue.id === content.issue.id ? rested : content;
}
