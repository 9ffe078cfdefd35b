import { Field, type FieldProps } from './field';

interface ChoiceProps<Value extends string | undefined> extends FieldProps {
  value: Value;
  /** What can be chosen, and how it is shown. */
  options: readonly { value: Value; shown: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few values; `undefined` may be one of them. */
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
