import type { Issue } from '../../src/news/issue';
import type { Rewriting, TextForm } from '../../src/news/merge/text-merge';
import type { MessageKey } from '../../src/ui/translation-context';
import type { Desk } from '../state/desk';
import { withField } from './optional-field';
import { writeRewriting, type Rewrite } from './rewritten';

export type IssueTextField = 'title' | 'subtitle' | 'introduction' | 'signOff';

/** The label of each field of an issue. */
export const ISSUE_TEXT_LABELS = {
  title: 'deskTitle',
  subtitle: 'uiSubtitle',
  introduction: 'deskIntroduction',
  signOff: 'uiSignOff',
} as const satisfies Record<IssueTextField, MessageKey>;

export function writeIssueText(
  desk: Desk,
  issueId: string,
  name: IssueTextField,
  rewriting: Rewriting,
): Promise<void> {
  const form = name === 'introduction' || name === 'signOff' ? 'markdown' : 'line';
  const field: IssueField = { label: ISSUE_TEXT_LABELS[name], mergeKey: `issue:${name}`, form };
  return editIssue(desk, issueId, field, rewriting, (issue, rewrite) =>
    withField(issue, name, rewrite(issue[name])),
  );
}

const DRAFT_ADDRESS: IssueField = {
  label: 'deskDraftAddress',
  mergeKey: 'issue:draftAddress',
  form: 'value',
};

/** The address of the post that the issue is pasted into, as the editor shows it. */
export function writeDraftAddress(desk: Desk, issueId: string, rewriting: Rewriting): Promise<void> {
  return editIssue(desk, issueId, DRAFT_ADDRESS, rewriting, (issue, rewrite) =>
    withField(issue, 'draftAddress', rewrite(issue.draftAddress)),
  );
}

/** A field that is edited. Edits with the same `mergeKey` in quick succession are one action. */
export interface IssueField {
  label: MessageKey;
  mergeKey: string;
  form: TextForm | 'value';
}

/** Applies an edit of a field to the issue as it is stored when the edit is written. */
export function editIssue(
  desk: Desk,
  issueId: string,
  { label, mergeKey, form }: IssueField,
  rewriting: Rewriting,
  change: (issue: Issue, rewrite: Rewrite) => Issue,
): Promise<void> {
  const action = { name: desk.translate('deskActEditedIssue', desk.translate(label)), mergeKey };
  return writeRewriting(desk, rewriting, form, (rewrite) =>
    desk.changeIssue((issue) => change(issue, rewrite), action, issueId),
  );
}

/** `YYYY-MM-DD`; '' removes an end of the period. */
export type PeriodEnds = Partial<Record<keyof NonNullable<Issue['period']>, string>>;

export const NO_PERIOD: PeriodEnds = { from: '', to: '' };

/**
 * Sets one or both ends of the issue's period. An end that is not given keeps its stored value, even if the page shows another.
 */
export async function changePeriod(desk: Desk, ends: PeriodEnds): Promise<void> {
  await desk.changeIssue(
    (issue) => {
      const days = Object.entries({ ...issue.period, ...ends }).filter(([, day]) => day !== '');
      return withField(issue, 'period', days.length === 0 ? undefined : Object.fromEntries(days));
    },
    { name: desk.translate('deskActPeriod') },
  );
}
