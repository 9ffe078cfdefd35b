import { tidyLine } from '../../src/news/text/plain-text';
import { DateField } from '../../src/ui/fields/date-field';
import { TextField, type TextFieldProps } from '../../src/ui/fields/text-field';
import { useDesk } from '../state/desk';
import { flushTextEdits, useEditedText, type TextSaving } from '../state/text-edit';
import { useRestoredCaret } from './caret-restore';

interface LineFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'onLeave'> {
  stored: string | undefined;
  save: TextSaving['save'];
  /** Turns the typed text into the stored one. By default, a line of plain text. */
  tidy?: (text: string) => string | undefined;
}

/** A one-line text field that saves while the user types. */
export function LineField({ stored, save, tidy = tidyLine, type, ...field }: LineFieldProps) {
  const desk = useDesk();
  const edited = useEditedText({ stored, tidy, save, report: (error) => desk.report(error, flushTextEdits) });
  const inputRef = useRestoredCaret<HTMLInputElement>(edited.value ?? '');
  const Control = type === 'date' ? DateField : TextField;
  return <Control {...field} {...edited} type={type} inputRef={inputRef} />;
}
