import type { ComponentChildren, TargetedFocusEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tidyMarkdown } from '../../src/news/text/plain-text';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { Field, type ControlProps } from '../../src/ui/fields/field';
import 'prosemirror-view/style/prosemirror.css';
import type { PastedFindings } from '../prose/clipboard';
import { loadedEditor, loadEditor } from '../prose/loaded-editor';
import { sayFindings } from '../prose/pasted-findings';
import type { TextSpan } from '../rendered/text-place';
import { useDesk, type Desk } from '../state/desk';
import type { Message } from '../state/message';
import { flushTextEdits, useTextEdit, type TextSaving } from '../state/text-edit';
import { PlainEditing } from './plain-editing';
import { RenderedProse } from './rendered-prose';
import './prose-block.css';

interface ProseBlockProps {
  label: string;
  isLabelHidden?: boolean;
  hint?: string | undefined;
  placeholder?: string;
  /** `serif` for quoted text. */
  face?: 'sans' | 'serif';
  after?: ComponentChildren;
  /** Markdown. */
  stored: string | undefined;
  save: TextSaving['save'];
  /** For quotes only: splits the passage at the cursor into two. */
  onSplit?: (before: string, after: string) => void;
}

/** Shows formatted text as it will be printed; a click opens an editor in its place. Saves while the user types. */
export function ProseBlock(props: ProseBlockProps) {
  const { label, isLabelHidden, hint, after, face = 'sans' } = props;
  return (
    <Field
      {...{ label, isLabelHidden, hint, after }}
      control={(control) => <ProseControl {...props} face={face} control={control} />}
    />
  );
}

type ProseControlProps = ProseBlockProps & { face: 'sans' | 'serif'; control: ControlProps };

function ProseControl({ face, control, ...block }: ProseControlProps) {
  const { label, placeholder, stored, save } = block;
  const prose = useOpenProse(stored, save);
  const look = `control control-bare prose prose-${face}`;
  const { open, text } = prose;
  if (open === undefined)
    return <RenderedProse {...{ control, label, placeholder, look, text }} onOpen={prose.begin} />;
  return (
    <div class={`${look} is-open`} onFocusOut={prose.leave} onFocusIn={prose.onFocus}>
      {open.editor === undefined ? (
        <PlainEditing {...{ control, label, text }} isUnwrapped={open.isLong} onEdit={prose.onEdit} />
      ) : (
        <EditorOfBlock
          Editing={open.editor.ProseEditing}
          selected={open.selected}
          {...{ block, control, prose }}
        />
      )}
    </div>
  );
}

interface OpenState {
  selected: TextSpan | undefined;
  /** Undefined until the editor has been loaded, and if the text is too long for it; the field then shows the Markdown. */
  editor: ReturnType<typeof loadedEditor>;
  isLong: boolean;
}

type OpenProse = ReturnType<typeof useOpenProse>;

/** Opens the editor of a block, saves what is typed, and closes the editor when the focus leaves it. */
function useOpenProse(stored: string | undefined, save: TextSaving['save']) {
  const desk = useDesk();
  const [open, setOpen] = useState<OpenState>();
  /** What was typed when the focus left, shown until it has been saved. */
  const [typed, setTyped] = useState<string>();
  const printRef = useRef<(() => string) | null>(null);
  const isSwitchingRef = useRef(false);
  const edit = useTextEdit({
    tidy: tidyMarkdown,
    save,
    report: (error) => desk.report(error, flushTextEdits),
  });
  const { isSaved } = edit;
  useLayoutEffect(() => {
    if (open === undefined && isSaved) edit.show(stored);
  });

  const text = typed !== undefined && !isSaved ? typed : (stored ?? '');
  const begin = (selected: TextSpan | undefined) => {
    const isLong = shownBeginning(text) !== undefined;
    setOpen({ selected, isLong, editor: isLong ? undefined : loadedEditor() });
    if (isLong) return;
    const switchToEditor = () => {
      if (printRef.current !== null) return; // something has been typed, so the plain field stays open
      isSwitchingRef.current = true;
      setOpen((current) => current && { ...current, editor: loadedEditor() });
    };
    if (loadedEditor() === undefined) void loadEditor().then(switchToEditor, console.error);
  };
  const onEdit = (print: () => string) => {
    printRef.current = print;
    edit.type(print);
  };
  const leave = (event: TargetedFocusEvent<HTMLElement>) => {
    if (isSwitchingRef.current) return; // the plain field loses the focus to the editor that replaces it
    const to = event.relatedTarget ?? document.activeElement; // the window itself may have lost the focus
    if (to instanceof Node && event.currentTarget.contains(to)) return;
    setTyped(printRef.current?.());
    printRef.current = null;
    setOpen(undefined);
    void edit.flush();
  };
  const onFocus = () => {
    isSwitchingRef.current = false;
  };
  return { open, text, edit, begin, onEdit, onFocus, leave };
}

interface EditorOfBlockProps {
  Editing: NonNullable<OpenState['editor']>['ProseEditing'];
  block: ProseBlockProps;
  control: ControlProps;
  selected: TextSpan | undefined;
  prose: OpenProse;
}

function EditorOfBlock({ Editing, block, control, selected, prose }: EditorOfBlockProps) {
  const desk = useDesk();
  const { label, placeholder, stored, onSplit } = block;
  const describedBy = control['aria-describedby'];
  const showFindings = useFindingsMessage(desk);
  return (
    <Editing
      markdown={prose.text}
      placeholder={placeholder}
      selected={selected}
      attributes={{
        id: control.id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'markdown',
        ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
      }}
      onSplit={onSplit}
      isOutdated={() => prose.edit.isOutdated(stored)}
      onShow={() => prose.edit.show(stored)}
      onEdit={prose.onEdit}
      onFindings={showFindings}
    />
  );
}

/** Shows what was found in pasted content until none of it is left in the text, or the editor is closed. */
function useFindingsMessage(desk: Desk): (findings: PastedFindings) => void {
  const saidRef = useRef<Message | undefined>(undefined);
  useEffect(() => () => withdraw(desk, saidRef.current), [desk]);
  return (findings) => {
    withdraw(desk, saidRef.current);
    const words = sayFindings(findings, desk.translate);
    if (words === undefined) return;
    saidRef.current = { words, tone: 'warning', isLasting: true };
    desk.say(saidRef.current);
  };
}

function withdraw(desk: Desk, said: Message | undefined): void {
  if (said !== undefined && desk.message === said) desk.say(undefined);
}
