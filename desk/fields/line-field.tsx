import { tidyLine } from '../../src/news/text/plain-text';
import { DateField } from '../../src/ui/fields/date-field';
import { TextField, type TextFieldProps } from '../../src/ui/fields/text-field';
import { useDesk } from '../state/desk';
import { flushTextEdits, useEditedText, type TextSaving } from '../state/text-edit';
import { useRestoredCaret } from './caret-restore';

interface LineFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'onLeave'> {
  stored: string | undefined;
  save: TextSaving['save'];
  /** What is kept of what is typed; a line of plain text unless told. */
  tidy?: (text: string) => string | undefined;
}

/** A line of plain text that is saved as it is typed. */
export function LineField({ stored, save, tidy = tidyLine, type, ...field }: LineFieldProps) {
  const desk = useDesk();
  const edited = useEditedText({ stored, tidy, save, report: (error) => desk.report(error, flushTextEdits) });
  const inputRef = useRestoredCaret<HTMLInputElement>(edited.value ?? '');
  const Control = type === 'date' ? DateField : TextField;
  return <Control {...field} {...edited} type={type} inputRef={inputRef} />;
}
