import { Button } from '../src/ui/button';
import { Menu } from '../src/ui/menu';
import { useTranslate, type Translate } from '../src/ui/translation-context';
import { chosenForm, describeForm, EXPORT_FORMS, exportIssue, keyOfForm } from './export/export-forms';
import type { FileForm } from './export/file-types';
import { useDesk } from './state/desk';
import type { ExportPreferences } from './state/desk-content';

const FILE_NOTES = {
  html: 'deskFormPage',
  txt: 'deskFormText',
  json: 'deskFormData',
} as const;

/** What a file is, where its ending does not say so. */
function noteOf(form: FileForm, translate: Translate): string | undefined {
  return form === 'md' ? undefined : translate(FILE_NOTES[form]);
}

/** Copies or saves the issue in the way that was chosen last. The menu beside it has the other ways. */
export function ExportButton({ exportPreferences }: { exportPreferences: ExportPreferences }) {
  const desk = useDesk();
  const translate = useTranslate();
  const chosen = chosenForm(exportPreferences);
  return (
    <div class="export-button">
      <Button look="primary" icon="copy" onClick={() => desk.run(() => exportIssue(desk, chosen))}>
        {describeForm(chosen, translate)}
      </Button>
      <Menu
        look="primary"
        isIconOnly
        items={EXPORT_FORMS.map((form) => ({
          key: keyOfForm(form),
          label: describeForm(form, translate),
          note: 'file' in form ? noteOf(form.file, translate) : undefined,
          isChosen: keyOfForm(form) === keyOfForm(chosen),
          onChoose: () => desk.run(() => exportIssue(desk, form)),
        }))}
      >
        {translate('deskExportForms')}
      </Menu>
    </div>
  );
}
