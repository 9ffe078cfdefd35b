import type { Rewriting } from '../../src/news/rewriting';
import { dayOf } from './day';
import type { Desk } from './desk';
import { withField } from './optional-field';
import { writeRewriting } from './rewritten';
import { flushTextEdits } from './text-edit';

/** Says of the issue on the desk that it went out today; day and address can be written then. */
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

export async function writePublication(
  desk: Desk,
  issueId: string,
  field: 'on' | 'address',
  rewriting: Rewriting,
): Promise<void> {
  const label = desk.translate(field === 'on' ? 'deskPublishedOn' : 'deskPublishedAt');
  const act = { name: desk.translate('deskActEditedIssue', label), mergeKey: `publication:${field}` };
  await writeRewriting(desk, rewriting, 'value', (rewrite) =>
    desk.changeIssue(
      ({ publication, ...issue }) =>
        publication === undefined
          ? issue
          : { ...issue, publication: withField(publication, field, rewrite(publication[field])) },
      act,
      issueId,
    ),
  );
}
