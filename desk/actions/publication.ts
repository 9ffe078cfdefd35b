import type { Rewriting } from '../../src/news/merge/text-merge';
import { dayOf } from '../../src/news/text/day';
import type { Desk } from '../state/desk';
import { editIssue, type IssueField } from './issue-edits';
import { withField } from './optional-field';
import { flushTextEdits } from '../state/text-edit';

/** Marks the open issue as published today. Its day and address can be edited afterwards. */
export async function publishIssue(desk: Desk): Promise<void> {
  await flushTextEdits();
  const name = desk.translate('deskActPublished');
  const publication = { on: dayOf(new Date()) };
  await desk.changeIssue((issue) => ({ ...issue, publication }), { name });
  desk.sayDone(name);
}

export async function unpublishIssue(desk: Desk): Promise<void> {
  await flushTextEdits();
  const name = desk.translate('deskActUnpublished');
  await desk.changeIssue((issue) => withField(issue, 'publication', undefined), { name });
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
