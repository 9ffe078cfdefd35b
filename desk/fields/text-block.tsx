import { tidyLine, tidyMarkdown } from '../../src/news/text/plain-text';
import { TextArea, type TextAreaProps } from '../../src/ui/fields/text-area';
import { useDesk } from '../state/desk';
import { flushTextEdits, useEditedText, type TextSaving } from '../state/text-edit';
import { useRestoredCaret } from './caret-restore';

interface TextBlockProps extends Omit<TextAreaProps, 'value' | 'onChange' | 'onLeave'> {
  stored: string | undefined;
  save: TextSaving['save'];
  /** Turns the typed text into the stored one. By default, Markdown or a line of plain text. */
  tidy?: (text: string) => string | undefined;
}

/** A text field that saves while the user types and shows the text as it will be printed. */
export function TextBlock({ stored, save, tidy, ...area }: TextBlockProps) {
  const desk = useDesk();
  const keep = tidy ?? (area.isOneLine === true ? (text: string) => tidyLine(text) : tidyMarkdown);
  const edited = useEditedText({
    stored,
    tidy: keep,
    save,
    report: (error) => desk.report(error, flushTextEdits),
  });
  const areaRef = useRestoredCaret<HTMLTextAreaElement>(edited.value ?? '');
  return <TextArea look="bare" {...area} {...edited} areaRef={areaRef} />;
}
