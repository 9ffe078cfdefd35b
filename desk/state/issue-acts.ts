import type { Cover, Issue, Section } from '../../src/news/issue';
import { startNewIssue, undoNewIssue } from '../../src/storage/new-issue';
import { savePicture } from '../../src/storage/pictures';
import type { MessageKey } from '../../src/ui/translation';
import type { Desk } from './desk';
import { withField } from './optional-field';
import { flushTextEdits } from './text-edit';

export type IssueText = 'title' | 'subtitle' | 'introduction' | 'signOff';

/** The label of each field of an issue. */
export const ISSUE_TEXT_LABELS = {
  title: 'deskTitle',
  subtitle: 'deskSubtitle',
  introduction: 'deskIntroduction',
  signOff: 'deskSignOff',
} as const satisfies Record<IssueText, MessageKey>;

export async function writeIssueText(desk: Desk, field: IssueText, text: string | undefined): Promise<void> {
  await desk.changeIssue((issue) => withField(issue, field, text), {
    name: desk.translate('deskActEditedIssue', desk.translate(ISSUE_TEXT_LABELS[field])),
    mergeKey: `issue:${field}`,
  });
}

export async function writeCoverText(
  desk: Desk,
  field: 'alt' | 'caption',
  text: string | undefined,
): Promise<void> {
  await desk.changeIssue((issue) => withCover(issue, withField(issue.cover ?? {}, field, text)), {
    name: desk.translate(
      'deskActEditedIssue',
      desk.translate(field === 'alt' ? 'deskCoverAlt' : 'deskCoverCaption'),
    ),
    mergeKey: `cover:${field}`,
  });
}

/** Keeps a picture and makes it the cover; `undefined` takes the cover's picture away. */
export async function changeCoverPicture(desk: Desk, picture: Blob | undefined): Promise<void> {
  const pictureId = picture && (await savePicture(desk.database, picture));
  const name = desk.translate(picture ? 'deskActCoverChosen' : 'deskActCoverRemoved');
  await desk.changeIssue((issue) => withCover(issue, withField(issue.cover ?? {}, 'pictureId', pictureId)), {
    name,
  });
  desk.sayDone(name);
}

function withCover(issue: Issue, cover: Cover): Issue {
  return withField(issue, 'cover', Object.keys(cover).length === 0 ? undefined : cover);
}

export async function changePeriod(desk: Desk, period: NonNullable<Issue['period']>): Promise<void> {
  const isSet = period.from !== undefined || period.to !== undefined;
  await desk.changeIssue((issue) => withField(issue, 'period', isSet ? period : undefined), {
    name: desk.translate('deskActPeriod'),
  });
}

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

export async function moveSection(desk: Desk, { id, title }: Section, step: 'up' | 'down'): Promise<void> {
  await desk.changeIssue(
    (issue) => {
      const place = issue.sections.findIndex((section) => section.id === id);
      const target = step === 'up' ? place - 1 : place + 1;
      const section = issue.sections[place];
      if (section === undefined || issue.sections[target] === undefined) return issue;
      return { ...issue, sections: issue.sections.toSpliced(place, 1).toSpliced(target, 0, section) };
    },
    { name: desk.translate('deskActSectionMoved', title) },
  );
  const { sections } = desk.content.issue;
  const place = sections.findIndex((section) => section.id === id) + 1;
  desk.announce(desk.translate('deskSectionMovedTo', title, String(place), String(sections.length)));
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

/** Makes the next issue the current one, with Undo as long as nothing has been written in it. */
export async function beginNewIssue(desk: Desk): Promise<void> {
  await flushTextEdits();
  const made = await startNewIssue(desk.database);
  await desk.showIssue(made.id);
  const takeBack = async () => {
    const outcome = await undoNewIssue(desk.database, made.id);
    await desk.readAgain();
    desk.say(
      outcome === 'undone'
        ? { words: desk.translate('deskNewIssueUndone') }
        : { tone: 'warning', words: desk.translate('deskChangedSince') },
    );
  };
  desk.say({
    tone: 'success',
    words: desk.translate('deskNewIssueStarted'),
    action: { label: desk.translate('uiUndo'), run: () => desk.run(takeBack) },
  });
}
