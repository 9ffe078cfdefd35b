import type { Rewriting } from '../../src/news/merge/text-merge';
import { latestEditionId } from '../../src/news/editions/named-editions';
import { isDraft } from '../../src/news/newsletter';
import { printForms } from '../../src/newsletter/printed-forms';
import { correctIssue, publishIssue, type PublishedIssue } from '../../src/storage/publishing';
import type { Desk } from '../state/desk';
import { editIssue, type IssueField } from './issue-edits';
import { withField } from './optional-field';
import { flushTextEdits } from '../state/text-edit';

let publishing: Promise<void> = Promise.resolve();

/** Resolves when nothing is being published. Whoever copies an issue after a click that publishes it means the published one. */
export async function untilPublished(): Promise<void> {
  await publishing.catch(() => undefined); // it is reported where it was begun
}

/** Publishes the open issue as it is: a draft today, a published one as a correction. Day and address can be edited afterwards. */
export function publishShownIssue(desk: Desk): Promise<void> {
  return (publishing = publish(desk));
}

async function publish(desk: Desk): Promise<void> {
  await flushTextEdits();
  const published = await publishIssue(desk.database, desk.content.issue.id, printForms);
  const { before, after } = published;
  const isCorrection = !isDraft(before);
  const isChanged = latestEditionId(before) !== latestEditionId(after);
  await keepPublished(desk, published, isCorrection ? 'deskActCorrected' : 'deskActPublished');
  if (isCorrection && !isChanged) desk.sayDone(desk.translate('deskNotCorrected'));
}

/** Unlocks the open issue, which is published. */
export async function beginCorrection(desk: Desk): Promise<void> {
  const opened = await correctIssue(desk.database, desk.content.issue.id, printForms);
  await keepPublished(desk, opened, 'deskActCorrect');
}

async function keepPublished(
  desk: Desk,
  issue: PublishedIssue,
  words: 'deskActPublished' | 'deskActCorrected' | 'deskActCorrect',
): Promise<void> {
  const name = desk.translate(words);
  desk.recordAction({ name, issueId: issue.after.id, changes: { issue } });
  await desk.showEdition();
  desk.sayDone(name);
}

export function writePublication(
  desk: Desk,
  issueId: string,
  name: 'on' | 'address',
  rewriting: Rewriting,
): Promise<void> {
  const label = name === 'on' ? 'deskPublishedOn' : 'deskPublishedAt';
  const field: IssueField = { label, mergeKey: `publication:${name}`, form: 'value' };
  return editIssue(desk, issueId, field, rewriting, ({ publication, ...issue }, rewrite) =>
    publication === undefined
      ? issue
      : { ...issue, publication: withField(publication, name, rewrite(publication[name])) },
  );
}
