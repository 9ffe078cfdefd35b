import type { Cover, Issue } from '../../src/news/issue';
import type { LeadPicture } from '../../src/news/lead-picture';
import { savePicture } from '../../src/storage/pictures';
import type { Rewriting } from '../../src/news/rewriting';
import type { MessageKey } from '../../src/ui/translation';
import type { Desk } from './desk';
import { withField } from './optional-field';
import { writeRewriting } from './rewritten';
import { flushTextEdits } from './text-edit';

export type IssueText = 'title' | 'subtitle' | 'introduction' | 'signOff';

/** The label of each field of an issue. */
export const ISSUE_TEXT_LABELS = {
  title: 'deskTitle',
  subtitle: 'uiSubtitle',
  introduction: 'deskIntroduction',
  signOff: 'uiSignOff',
} as const satisfies Record<IssueText, MessageKey>;

export async function writeIssueText(
  desk: Desk,
  issueId: string,
  field: IssueText,
  rewriting: Rewriting,
): Promise<void> {
  const form = field === 'introduction' || field === 'signOff' ? 'markdown' : 'line';
  const act = {
    name: desk.translate('deskActEditedIssue', desk.translate(ISSUE_TEXT_LABELS[field])),
    mergeKey: `issue:${field}`,
  };
  await writeRewriting(desk, rewriting, form, (rewrite) =>
    desk.changeIssue((issue) => withField(issue, field, rewrite(issue[field])), act, issueId),
  );
}

/** Of the post that the issue is pasted into, as its editor has it. */
export async function writeDraftAddress(desk: Desk, issueId: string, rewriting: Rewriting): Promise<void> {
  const act = {
    name: desk.translate('deskActEditedIssue', desk.translate('deskDraftAddress')),
    mergeKey: 'issue:draftAddress',
  };
  await writeRewriting(desk, rewriting, 'value', (rewrite) =>
    desk.changeIssue((issue) => withField(issue, 'draftAddress', rewrite(issue.draftAddress)), act, issueId),
  );
}

/** The label of each text of the cover. */
export const COVER_TEXT_LABELS = {
  alt: 'deskCoverAlt',
  caption: 'deskCoverCaption',
  credit: 'deskCoverCredit',
} as const satisfies Partial<Record<keyof Cover, MessageKey>>;

export async function writeCoverText(
  desk: Desk,
  issueId: string,
  field: keyof typeof COVER_TEXT_LABELS,
  rewriting: Rewriting,
): Promise<void> {
  const label = desk.translate(COVER_TEXT_LABELS[field]);
  const act = { name: desk.translate('deskActEditedIssue', label), mergeKey: `cover:${field}` };
  await writeRewriting(desk, rewriting, 'line', (rewrite) =>
    desk.changeIssue(
      (issue) => withCover(issue, withField(issue.cover ?? {}, field, rewrite(issue.cover?.[field]))),
      act,
      issueId,
    ),
  );
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

/** Gives the cover the words of an article's picture: those under it, and what it shows where the cover does not say. */
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

export async function changePeriod(desk: Desk, period: NonNullable<Issue['period']>): Promise<void> {
  const isSet = period.from !== undefined || period.to !== undefined;
  await desk.changeIssue((issue) => withField(issue, 'period', isSet ? period : undefined), {
    name: desk.translate('deskActPeriod'),
  });
}
