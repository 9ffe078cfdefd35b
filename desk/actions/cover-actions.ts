import type { Cover, Issue } from '../../src/news/issue';
import type { LeadPicture } from '../../src/news/lead-picture';
import type { Rewriting } from '../../src/news/merge/text-merge';
import { savePicture } from '../../src/storage/pictures';
import type { MessageKey } from '../../src/ui/translation-context';
import type { Desk } from '../state/desk';
import { NotAPictureError, prepareCover } from './cover-picture';
import { editIssue, type IssueField } from './issue-edits';
import { withField } from './optional-field';
import { flushTextEdits } from '../state/text-edit';

/** The label of each text of the cover. */
export const COVER_TEXT_LABELS = {
  alt: 'deskCoverAlt',
  caption: 'deskCoverCaption',
  credit: 'deskCoverCredit',
} as const satisfies Partial<Record<keyof Cover, MessageKey>>;

export function writeCoverText(
  desk: Desk,
  issueId: string,
  name: keyof typeof COVER_TEXT_LABELS,
  rewriting: Rewriting,
): Promise<void> {
  const field: IssueField = { label: COVER_TEXT_LABELS[name], mergeKey: `cover:${name}`, form: 'line' };
  return editIssue(desk, issueId, field, rewriting, (issue, rewrite) =>
    withCover(issue, withField(issue.cover ?? {}, name, rewrite(issue.cover?.[name]))),
  );
}

/** Makes a file the cover's picture, or reports that it is not a picture. */
export async function chooseCover(desk: Desk, file: File): Promise<void> {
  try {
    await changeCoverPicture(desk, await prepareCover(file));
  } catch (error) {
    if (!(error instanceof NotAPictureError)) throw error;
    desk.say({ tone: 'warning', words: desk.translate('deskCoverUnreadable', file.name) });
  }
}

/** Stores a picture and makes it the cover; `undefined` removes the cover's picture. */
export async function changeCoverPicture(desk: Desk, picture: Blob | undefined): Promise<void> {
  const pictureId = picture && (await savePicture(desk.database, picture));
  const name = desk.translate(picture ? 'deskActCoverChosen' : 'deskActCoverRemoved');
  await desk.changeIssue((issue) => withCover(issue, withField(issue.cover ?? {}, 'pictureId', pictureId)), {
    name,
  });
  desk.sayDone(name);
}

/** Gives the cover the caption of an article's picture, and its alternative text unless the cover has one. */
export async function captionCover(
  desk: Desk,
  { alternative, caption = alternative, credit }: Omit<LeadPicture, 'address'>,
): Promise<void> {
  await flushTextEdits();
  const name = desk.translate('deskActEditedIssue', desk.translate('deskCoverCaption'));
  await desk.changeIssue(
    (issue) => {
      const { caption: _caption, credit: _credit, ...cover } = issue.cover ?? {};
      return withCover(issue, {
        ...(alternative !== undefined && { alt: alternative }),
        ...cover,
        ...(caption !== undefined && { caption }),
        ...(credit !== undefined && { credit }),
      });
    },
    { name },
  );
  desk.sayDone(name);
}

function withCover(issue: Issue, cover: Cover): Issue {
  return withField(issue, 'cover', Object.keys(cover).length === 0 ? undefined : cover);
}
