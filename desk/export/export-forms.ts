import { TARGET_IDS, type TargetId } from '../../src/newsletter/targets';
import { changePreferences } from '../../src/storage/stored-preferences';
import type { Translate } from '../../src/ui/translation-context';
import { untilPublished } from '../actions/publication';
import { chooseTarget } from '../actions/target-actions';
import type { Desk } from '../state/desk';
import type { ExportPreferences } from '../state/desk-content';
import { copyForTarget, copyMarkdown, copyRichText, requestCopy, saveIssue } from './export-actions';
import { FILE_TYPES, type FileForm } from './file-types';
import { nameTarget } from './target-name';

/** A form in which the issue leaves the desk: pasted into a target's editor, pasted anywhere, or as a file. */
export type ExportForm = { target: TargetId } | { copy: 'markdown' | 'richText' } | { file: FileForm };

const FILE_FORMS = Object.keys(FILE_TYPES) as FileForm[];
const COPIES = ['richText', 'markdown'] as const;

/** The forms that are offered: those of editors with special requirements, then the general ones, then files. */
export const EXPORT_FORMS: readonly ExportForm[] = [
  ...TARGET_IDS.filter((id) => id !== 'markdown').map((target) => ({ target })),
  ...COPIES.map((copy) => ({ copy })),
  ...FILE_FORMS.map((file) => ({ file })),
];

/** The form chosen last; otherwise that of the target. */
export function chosenForm({ target, exportForm }: ExportPreferences): ExportForm {
  const remembered = EXPORT_FORMS.find((form) => !('target' in form) && keyOfForm(form) === exportForm);
  return remembered ?? (target === 'markdown' ? { copy: 'markdown' } : { target });
}

/** The key under which a form is stored. */
export function keyOfForm(form: ExportForm): string {
  if ('target' in form) return form.target;
  return 'copy' in form ? form.copy : `file.${form.file}`;
}

/** The label of the button that exports the issue in a form. */
export function describeForm(form: ExportForm, translate: Translate): string {
  if ('target' in form) return translate('deskCopyFor', nameTarget(form.target, translate, 'copiedFor'));
  if ('file' in form) return translate('deskSaveFile', form.file);
  return translate(form.copy === 'markdown' ? 'deskCopyMarkdown' : 'deskCopyRichText');
}

/** Copies or saves the issue, and stores the form as the one chosen last. */
export async function exportIssue(desk: Desk, form: ExportForm): Promise<void> {
  const isLast = requestCopy();
  await untilPublished();
  if ('target' in form) {
    await copyForTarget(desk, form.target, isLast);
    await chooseTarget(desk, form.target); // the checks refer to the target that was copied for
    return;
  }
  if ('file' in form) await saveIssue(desk, form.file);
  else await (form.copy === 'markdown' ? copyMarkdown(desk, isLast) : copyRichText(desk, isLast));
  const exportForm = keyOfForm(form);
  if (desk.content.exportPreferences.exportForm === exportForm) return;
  await changePreferences(
    desk.database,
    (preferences) => ({ ...preferences, exportForm }),
    desk.content.newsletterId,
  );
  await desk.readAgain({ preferences: true });
}
