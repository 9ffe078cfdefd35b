import type { ComponentChildren, TargetedFocusEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tidyMarkdown } from '../../src/news/text/plain-text';
import { Field, type ControlProps } from '../../src/ui/fields/field';
import type { Translate } from '../../src/ui/translation-context';
import 'prosemirror-view/style/prosemirror.css';
import { loadedEditor, loadEditor } from '../prose/loaded-editor';
import type { TextSpan } from '../rendered/text-place';
import { useDesk } from '../state/desk';
import { flushTextEdits, useTextEdit, type TextSaving } from '../state/text-edit';
import { PlainEditing } from './plain-editing';
import { RenderedProse } from './rendered-prose';
import './prose-block.css';

interface ProseBlockProps {
  label: string;
  isLabelHidden?: boolean;
  hint?: string | undefined;
  placeholder?: string;
  /** `serif` for the words of the source. */
  face?: 'sans' | 'serif';
  after?: ComponentChildren;
  /** Markdown. */
  stored: string | undefined;
  save: TextSaving['save'];
  /** For quotes alone: makes two passages of what stands before the cursor and after it. */
  onSplit?: (before: string, after: string) => void;
}

/** Formatted text that stands as it will read, and is written on where it is clicked. It is saved as it is typed. */
export function ProseBlock(props: ProseBlockProps) {
  const { label, isLabelHidden, hint, after, face = 'sans' } = props;
  return (
    <Field
      {...{ label, isLabelHidden, hint, after }}
      control={(control) => <ProseControl {...props} face={face} control={control} />}
    />
  );
}

function ProseControl({
  control,
  label,
  placeholder,
  face,
  stored,
  save,
  onSplit,
}: ProseBlockProps & { face: 'sans' | 'serif'; control: ControlProps }) {
  const desk = useDesk();
  const [open, setOpen] = useState<{
    selected: TextSpan | undefined;
    editor: ReturnType<typeof loadedEditor>;
  }>();
  const [last, setLast] = useState<string>();
  const printRef = useRef<(() => string) | null>(null);
  const isChangingRef = useRef(false);
  const edit = useTextEdit({
    tidy: tidyMarkdown,
    save,
    report: (error) => desk.report(error, flushTextEdits),
  });
  const { isSaved } = edit;
  const text = last !== undefined && !isSaved ? last : (stored ?? '');
  useLayoutEffect(() => {
    if (open === undefined && isSaved) edit.show(stored);
  });

  const begin = (selected: TextSpan | undefined) => {
    setOpen({ selected, editor: loadedEditor() });
    // What has been typed in the meantime stays where it is.
    const changeOver = () => {
      if (printRef.current !== null) return;
      isChangingRef.current = true;
      setOpen((current) => current && { ...current, editor: loadedEditor() });
    };
    if (loadedEditor() === undefined) void loadEditor().then(changeOver, console.error);
  };
  const onEdit = (print: () => string) => {
    printRef.current = print;
    edit.type(print);
  };
  const leave = (event: TargetedFocusEvent<HTMLElement>) => {
    if (isChangingRef.current) return;
    const to = event.relatedTarget ?? document.activeElement; // the window itself may have been left
    if (to instanceof Node && event.currentTarget.contains(to)) return;
    setLast(printRef.current?.());
    printRef.current = null;
    setOpen(undefined);
    void edit.flush();
  };

  const look = `control control-bare prose prose-${face}`;
  if (open === undefined)
    return <RenderedProse {...{ control, label, placeholder, look, text }} onOpen={begin} />;
  const Editing = open.editor?.ProseEditing;
  const describedBy = control['aria-describedby'];
  return (
    <div class={`${look} is-open`} onFocusOut={leave} onFocusIn={() => (isChangingRef.current = false)}>
      {Editing === undefined ? (
        <PlainEditing {...{ control, label, text }} onEdit={onEdit} />
      ) : (
        <Editing
          markdown={text}
          placeholder={placeholder}
          selected={open.selected}
          attributes={{
            id: control.id,
            role: 'textbox',
            'aria-multiline': 'true',
            'aria-label': label,
            class: 'markdown',
            ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
          }}
          onSplit={onSplit}
          isNews={() => edit.isNews(stored)}
          onShow={() => edit.show(stored)}
          onEdit={onEdit}
          onPictures={(count) =>
            desk.say({ words: sayPictures(count, desk.translate), tone: 'warning', isLasting: true })
          }
        />
      )}
    </div>
  );
}

function sayPictures(count: number, translate: Translate): string {
  return count === 1 ? translate('deskPicturePasted') : translate('deskPicturesPasted', String(count));
}
