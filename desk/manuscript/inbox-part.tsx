import { isInbox } from '../../src/news/newsletter';
import { useDesk } from '../state/desk';
import type { SectionGroup } from '../state/shown-clips';
import { SectionPart } from './section-part';

/** The inbox, shown above a published issue. Its clips can be edited, but not moved into that issue. */
export function InboxPart({ groups }: { groups: readonly SectionGroup[] }) {
  const { content, view } = useDesk();
  const group = groups.find(({ issueId }) => isInbox(issueId));
  if (group === undefined) return null;
  return (
    <SectionPart
      issueId={content.issue.id}
      group={group}
      sections={NO_SECTIONS}
      style={content.style}
      selectedIds={view.selection?.ids}
      activeClipId={group.clips.find(({ id }) => id === view.clipId)?.id}
    />
  );
}

const NO_SECTIONS = [] as const;
