import type { Section } from '../../src/news/issue';
import type { Rewriting } from '../../src/news/merge/text-merge';
import { removeSectionOf } from '../../src/storage/removed-section';
import type { Desk } from '../state/desk';
import { writeRewriting } from './rewritten';
import { flushTextEdits } from '../state/text-edit';

export async function addSection(desk: Desk, title: string): Promise<Section> {
  const section = { id: crypto.randomUUID(), title };
  await desk.changeIssue((issue) => ({ ...issue, sections: [...issue.sections, section] }), {
    name: desk.translate('deskActSectionAdded', title),
  });
  return section;
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
