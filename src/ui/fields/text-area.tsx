import type { Ref, TargetedKeyboardEvent } from 'preact';
import { Field, type FieldProps } from './field';
import './text-area.css';

export interface TextAreaProps extends FieldProps {
  value: string | undefined;
  /** Called at each keystroke with the whole text of the field. */
  onChange: (text: string) => void;
  /** Called when the focus leaves the field. */
  onLeave?: (() => void) | undefined;
  look?: 'box' | 'bare' | undefined;
  /** `serif` for quoted text. */
  face?: 'sans' | 'serif' | 'headline' | undefined;
  /** The lines of an empty field; it grows with its text. */
  lines?: number | undefined;
  placeholder?: string | undefined;
  /** Enter does not start a new line: a headline is one line, however long. */
  isOneLine?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  areaRef?: Ref<HTMLTextAreaElement>;
  onPaste?: ((event: ClipboardEvent, area: HTMLTextAreaElement) => void) | undefined;
}

/** Characters. A browser may need seconds to wrap 10,000 marks without a space. */
const LONGEST_WRAPPED = 1_000;

/** A text area that grows while the user types. If the browser does not support that, the user can resize it. */
export function TextArea({
  value,
  onChange,
  onLeave,
  look = 'box',
  face = 'sans',
  lines = 1,
  placeholder,
  isOneLine = false,
  isReadOnly = false,
  areaRef = null,
  onPaste,
  ...field
}: TextAreaProps) {
  return (
    <Field
      {...field}
      control={(control) => (
        <textarea
          {...control}
          ref={areaRef}
          class={`control control-${look} text-area text-area-${face}`}
          dir="auto"
          rows={lines}
          wrap={isOneLine && (value?.length ?? 0) > LONGEST_WRAPPED ? 'off' : 'soft'}
          style={{ minBlockSize: `calc(${lines}lh + 0.75rem)` }}
          placeholder={placeholder}
          readOnly={isReadOnly}
          value={value ?? ''}
          onInput={(event) => onChange(withoutBreaks(event.currentTarget.value, isOneLine))}
          onBlur={onLeave}
          onPaste={onPaste && ((event) => onPaste(event, event.currentTarget))}
          onKeyDown={isOneLine ? refuseBreak : undefined}
        />
      )}
    />
  );
}

function withoutBreaks(text: string, isOneLine: boolean): string {
  return isOneLine ? text.replace(/(?<!\s)[^\S\r\n]*[\r\n]\s*/gu, ' ') : text;
}

function refuseBreak(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
}
