import { isInbox } from '../../src/news/newsletter';
import type { Clip } from '../../src/news/clip';
import type { SectionGroup } from '../state/shown-clips';

/** A line of the outline: a section, or a clip in it. */
export interface TreeItem {
  /** Of the clip or the section; the others of `groupId`. */
  id: string;
  group: SectionGroup;
  clip?: Clip;
}

/** `inbox`, and `loose` for what an issue has in no section. */
export function groupId({ section, issueId }: SectionGroup): string {
  return section?.id ?? (isInbox(issueId) ? 'inbox' : 'loose');
}

/** The lines that are seen, from top to bottom: of closed sections the title alone. */
export function listTreeItems(groups: readonly SectionGroup[], closed: ReadonlySet<string>): TreeItem[] {
  return groups.flatMap((group) => {
    const id = groupId(group);
    const clips = closed.has(id) ? [] : group.clips;
    return [{ id, group }, ...clips.map((clip) => ({ id: clip.id, group, clip }))];
  });
}

/** Where a key goes from a line: arrows, Home, End, and back to the section; `undefined` for other keys and at the ends. */
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
