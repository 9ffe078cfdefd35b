import type { Ref, TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { Field, type FieldProps } from './field';

export interface TextFieldProps extends FieldProps {
  value: string | undefined;
  /** Called at each keystroke with the whole text of the field. */
  onChange: (text: string, isValid: boolean) => void;
  /** Called when the focus leaves the field. */
  onLeave?: ((event: TargetedFocusEvent<HTMLInputElement>) => void) | undefined;
  type?: 'text' | 'url' | 'date' | 'search' | undefined;
  /** `bare`: without a frame unless hovered. */
  look?: 'box' | 'bare' | undefined;
  placeholder?: string | undefined;
  /** The limits of a day. A day outside them is invalid. */
  min?: string;
  max?: string;
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: ((event: TargetedKeyboardEvent<HTMLInputElement>) => void) | undefined;
}

/** A one-line text, an address or a day. */
export function TextField({
  value,
  onChange,
  onLeave,
  type = 'text',
  look = 'box',
  placeholder,
  min,
  max,
  inputRef = null,
  onKeyDown,
  ...field
}: TextFieldProps) {
  return (
    <Field
      {...field}
      control={(control) => (
        <input
          {...control}
          ref={inputRef}
          class={`control control-${look}`}
          // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- preact types each kind of input by itself, so a union fits none
          type={type as 'text'}
          dir={type === 'url' ? 'ltr' : 'auto'}
          spellcheck={type === 'text'}
          autocomplete="off"
          placeholder={placeholder}
          min={min}
          max={max}
          value={value ?? ''}
          onInput={({ currentTarget }) => onChange(currentTarget.value, currentTarget.validity.valid)}
          onBlur={onLeave}
          onKeyDown={onKeyDown}
        />
      )}
    />
  );
}
