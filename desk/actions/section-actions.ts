import { isUnsorted } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import type { Rewriting } from '../../src/news/merge/text-merge';
import { changeIssueWithClips, removeSectionOf } from '../../src/storage/removed-section';
import type { Desk } from '../state/desk';
import { writeRewriting } from './rewritten';
import { flushTextEdits } from '../state/text-edit';

export function addSection(desk: Desk, title: string): Promise<void> {
  return addSections(desk, [title], desk.translate('deskActSectionAdded', title));
}

/** Adds sections to the open issue, with its clips that are in no section and were in one of the same title in another issue. */
export async function addSections(desk: Desk, titles: readonly string[], name: string): Promise<void> {
  const sections: Section[] = titles.map((title) => ({ id: crypto.randomUUID(), title }));
  const { issue, clips, everyIssue } = desk.content;
  const titleOf = new Map(everyIssue.flatMap((each) => each.sections.map(({ id, title }) => [id, title])));
  const sectionOf = new Map<string, string>();
  for (const clip of clips) {
    const title = isUnsorted(clip, issue) ? titleOf.get(clip.sectionId ?? '') : undefined;
    const section = sections.find((each) => each.title === title);
    if (section !== undefined) sectionOf.set(clip.id, section.id);
  }
  const changes = await changeIssueWithClips(
    desk.database,
    [issue.id, [...sectionOf.keys()]],
    (current) => ({ ...current, sections: [...current.sections, ...sections] }),
    (clip) => ({ ...clip, sectionId: sectionOf.get(clip.id) ?? '' }),
  );
  if (changes !== undefined) desk.recordAction({ name, changes });
  await desk.readAgain();
}

/** A section that was removed on another page while it was renamed comes back: its clips still name it. */
export async function renameSection(
  desk: Desk,
  issueId: string,
  { id, title: previous }: Section,
  rewriting: Rewriting,
): Promise<void> {
  const action = {
    name: desk.translate('deskActSectionRenamed', rewriting.to ?? previous),
    mergeKey: `section:${id}`,
  };
  await writeRewriting(desk, rewriting, 'line', (rewrite) =>
    desk.changeIssue(
      ({ sections, ...issue }) => {
        const place = sections.findIndex((section) => section.id === id);
        const title = rewrite(sections[place]?.title ?? rewriting.from) ?? previous;
        const at = place === -1 ? sections.length : place;
        return { ...issue, sections: sections.toSpliced(at, 1, { id, title }) };
      },
      action,
      issueId,
    ),
  );
}

/** A step up or down among the sections. */
export async function moveSection(desk: Desk, section: Section, step: 'up' | 'down'): Promise<void> {
  const { sections } = desk.content.issue;
  const place = sections.findIndex(({ id }) => id === section.id);
  const neighbour = sections[step === 'up' ? place - 1 : place + 1];
  if (neighbour !== undefined) await moveSectionTo(desk, section, neighbour.id, step === 'up' ? 0 : 1);
}

/** Puts a section before another (0) or after it (1), and says where it stands now. */
export async function moveSectionTo(
  desk: Desk,
  { id, title }: Section,
  besideId: string,
  side: 0 | 1,
): Promise<void> {
  await desk.changeIssue(
    (issue) => ({ ...issue, sections: placeBeside(issue.sections, id, besideId, side) }),
    {
      name: desk.translate('deskActSectionMoved', title),
    },
  );
  const { sections } = desk.content.issue;
  const place = sections.findIndex((section) => section.id === id) + 1;
  desk.announce(desk.translate('deskSectionMovedTo', title, String(place), String(sections.length)));
}

/** Unchanged where one of the two is gone. */
function placeBeside(sections: Section[], id: string, besideId: string, side: 0 | 1): Section[] {
  const moved = sections.filter((section) => section.id === id);
  const others = sections.filter((section) => section.id !== id);
  const beside = others.findIndex((section) => section.id === besideId);
  return beside === -1 ? sections : others.toSpliced(beside + side, 0, ...moved);
}

/** Its clips go to the inbox; Undo brings the section back with them. */
export async function removeSection(desk: Desk, { id, title }: Section): Promise<void> {
  await flushTextEdits();
  const name = desk.translate('deskActSectionRemoved', title);
  const changes = await removeSectionOf(desk.database, desk.content.issue.id, id);
  desk.recordAction({ name, changes });
  await desk.readAgain();
  desk.sayDone(name);
}
