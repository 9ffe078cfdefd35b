import { isInbox } from '../../src/news/newsletter';
import type { Clip } from '../../src/news/clip';
import type { SectionGroup } from '../state/shown-clips';

/** A line of the outline: a section, or a clip in it. */
export interface TreeItem {
  /** The id of the clip, or of the section; for other groups, `groupId`. */
  id: string;
  group: SectionGroup;
  clip?: Clip;
}

/** The section's id; `inbox` for the inbox, and `loose` for the clips of an issue that have no section. */
export function groupId({ section, issueId }: SectionGroup): string {
  return section?.id ?? (isInbox(issueId) ? 'inbox' : 'loose');
}

/** The visible lines from top to bottom. Collapsed sections show only their title. */
export function listTreeItems(groups: readonly SectionGroup[], closed: ReadonlySet<string>): TreeItem[] {
  return groups.flatMap((group) => {
    const id = groupId(group);
    const clips = closed.has(id) ? [] : group.clips;
    return [{ id, group }, ...clips.map((clip) => ({ id: clip.id, group, clip }))];
  });
}

/**
 * The line to which a key moves the focus: arrows, Home, End, and back to the section. `undefined` for other keys and at the
 * ends.
 */
export function lineForKey(key: string, items: readonly TreeItem[], at: number): TreeItem | undefined {
  const here = items[at];
  switch (key) {
    case 'ArrowDown':
      return items[at + 1];
    case 'ArrowUp':
      return items[at - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowLeft':
      return here?.clip && items.find(({ id }) => id === groupId(here.group));
    default:
      return undefined;
  }
}
