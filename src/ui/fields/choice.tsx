import { Field, type FieldProps } from './field';

interface ChoiceProps<Value extends string | undefined> extends FieldProps {
  value: Value;
  /** The possible values, and how they are shown. */
  options: readonly { value: Value; shown: string }[];
  onChoose: (value: Value) => void;
}

/** A choice between a few values, of which `undefined` may be one. */
export function Choice<Value extends string | undefined>({
  value,
  options,
  onChoose,
  ...field
}: ChoiceProps<Value>) {
  return (
    <Field
      {...field}
      control={(control) => (
        <select
          {...control}
          class="control control-box"
          value={value ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = options[currentTarget.selectedIndex];
            if (chosen) onChoose(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value ?? ''} value={option.value ?? ''}>
              {option.shown}
            </option>
          ))}
        </select>
      )}
    />
  );
}
