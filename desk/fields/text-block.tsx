import { tidyLine, tidyMarkdown } from '../../src/news/plain-text';
import { TextArea, type TextAreaProps } from '../../src/ui/text-area';
import { useDesk } from '../state/desk';
import { useEditedText } from '../state/text-edit';

interface TextBlockProps extends Omit<TextAreaProps, 'value' | 'onChange' | 'onLeave'> {
  stored: string | undefined;
  save: (text: string | undefined) => Promise<void>;
}

/** Markdown, or one long line of plain text, that is saved as it is typed and stands on the page as it will read. */
export function TextBlock({ stored, save, ...area }: TextBlockProps) {
  const desk = useDesk();
  const tidy = area.isOneLine === true ? (text: string) => tidyLine(text) : tidyMarkdown;
  const edited = useEditedText({ stored, tidy, save, report: (error) => desk.report(error) });
  return <TextArea look="bare" {...area} {...edited} />;
}
