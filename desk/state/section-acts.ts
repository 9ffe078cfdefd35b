import type { Section } from '../../src/news/issue';
import type { Desk } from './desk';
import { flushTextEdits } from './text-edit';

export async function addSection(desk: Desk, title: string): Promise<Section> {
  const section = { id: crypto.randomUUID(), title };
  await desk.changeIssue((issue) => ({ ...issue, sections: [...issue.sections, section] }), {
    name: desk.translate('deskActSectionAdded', title),
  });
  return section;
}

export async function renameSection(desk: Desk, id: string, title: string): Promise<void> {
  await desk.changeIssue(
    (issue) => ({
      ...issue,
      sections: issue.sections.map((section) => (section.id === id ? { ...section, title } : section)),
    }),
    { name: desk.translate('deskActSectionRenamed', title), mergeKey: `section:${id}` },
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

/** Its clips stay in the issue, unsorted; Undo brings the section back with them. */
export async function removeSection(desk: Desk, { id, title }: Section): Promise<void> {
  await flushTextEdits();
  const name = desk.translate('deskActSectionRemoved', title);
  await desk.changeIssue(
    (issue) => ({ ...issue, sections: issue.sections.filter((section) => section.id !== id) }),
    { name },
  );
  desk.sayDone(name);
}
