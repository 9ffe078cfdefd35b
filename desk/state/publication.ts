import type { Desk } from './desk';
import { withField } from './optional-field';
import { dayOf } from './shown-clips';
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

/** A published issue has a day: without one nothing is written. */
export async function writePublication(
  desk: Desk,
  field: 'on' | 'address',
  text: string | undefined,
): Promise<void> {
  if (field === 'on' && text === undefined) return;
  await desk.changeIssue(
    (issue) =>
      issue.publication === undefined
        ? issue
        : { ...issue, publication: withField(issue.publication, field, text) },
    {
      name: desk.translate(
        'deskActEditedIssue',
        desk.translate(field === 'on' ? 'deskPublishedOn' : 'deskPublishedAt'),
      ),
      mergeKey: `publication:${field}`,
    },
  );
}
