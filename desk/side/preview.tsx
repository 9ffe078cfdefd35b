import { useMemo } from 'preact/hooks';
import { composeHast } from '../../src/newsletter/to-hast';
import { TreeView } from '../../src/ui/tree-view';
import { composeShownIssue } from '../export/composed-issue';
import '../rendered/markdown.css';
import { useStoredPicture } from '../rendered/stored-picture';
import type { DeskContent } from '../state/desk-content';

/** The issue as readers will see it: the very tree that is exported. */
export function Preview({ content }: { content: DeskContent }) {
  const { issue, clips, style } = content;
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
